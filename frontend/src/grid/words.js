// What the grid says itself, in the language of the page.
import { language } from "../words.js";

const WORDS = {
  vi: {
    saving: "Đang lưu…",
    saved: "Đã lưu lúc {at}",
    waiting: "Chưa lưu được {n} ô; hệ thống tự thử lại. Số đang nhập vẫn được giữ trên trình duyệt này.",
    refused: "Chưa lưu được: {why}",
    error: "Lỗi",
    warning: "Cảnh báo",
    conflict: "{by} đã nhập {theirs} lúc {at}. Bạn nhập {mine}.",
    blank: "ô trống",
    mine: "Giữ số của tôi",
    theirs: "Lấy số đó",
    other: "{by} vừa nhập ô này.",
    pasted: "Đã dán {n} ô.",
    beyond: "Đã dán {n} ô; {left} dòng thừa không có chỗ.",
    count: "{n}/{of} chỉ tiêu bắt buộc",
  },
  en: {
    saving: "Saving…",
    saved: "Saved at {at}",
    waiting: "{n} cells are not saved yet; this page tries again by itself. What you type is kept in this browser.",
    refused: "Not saved: {why}",
    error: "Error",
    warning: "Warning",
    conflict: "{by} entered {theirs} at {at}. You entered {mine}.",
    blank: "a blank",
    mine: "Keep mine",
    theirs: "Take theirs",
    other: "{by} has just filled this cell.",
    pasted: "{n} cells pasted.",
    beyond: "{n} cells pasted; {left} lines had no cell left.",
    count: "{n}/{of} required indicators",
  },
};

export const sayGrid = (key, values = {}) => WORDS[language()][key].replace(/\{(\w+)\}/g, (_whole, name) => values[name]);
