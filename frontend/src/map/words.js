// What the map says itself, in the language of the page.
import { language } from "../words.js";

const WORDS = {
  vi: {
    layers: "Lớp trên bản đồ",
    draw: "Vẽ vùng",
    drawing: "Bấm lên bản đồ để thêm các đỉnh của vùng, ít nhất ba đỉnh, rồi bấm “Xong”.",
    middle: "Thêm điểm giữa bản đồ",
    undo: "Bỏ đỉnh cuối",
    finish: "Xong",
    clear: "Xóa vùng",
    pickMiddle: "Lấy điểm giữa bản đồ",
    picking: "Bấm lên bản đồ để chọn vị trí, hoặc nhập tọa độ vào các ô.",
    details: "Xem chi tiết",
    "AttributionControl.ToggleAttribution": "Nguồn của bản đồ",
    "Map.Title": "Bản đồ",
    "NavigationControl.ZoomIn": "Phóng to",
    "NavigationControl.ZoomOut": "Thu nhỏ",
    "Popup.Close": "Đóng",
    "CooperativeGesturesHandler.WindowsHelpText": "Giữ phím Ctrl và lăn chuột để phóng to, thu nhỏ",
    "CooperativeGesturesHandler.MacHelpText": "Giữ phím ⌘ và cuộn để phóng to, thu nhỏ",
    "CooperativeGesturesHandler.MobileHelpText": "Dùng hai ngón tay để di chuyển bản đồ",
    "ScaleControl.Meters": "m",
    "ScaleControl.Kilometers": "km",
  },
  en: {
    layers: "Layers of the map",
    draw: "Draw an area",
    drawing: "Click on the map to add the corners of the area, three or more, then press “Done”.",
    middle: "Add the middle of the map",
    undo: "Drop the last corner",
    finish: "Done",
    clear: "Clear the area",
    pickMiddle: "Take the middle of the map",
    picking: "Click on the map to choose a place, or type its coordinates into the boxes.",
    details: "See details",
    "Map.Title": "Map",
  },
};

export const sayMap = (key) => WORDS[language()][key];

/** The library's own words, where ours replace them. */
export const mapWords = () =>
  Object.fromEntries(Object.entries(WORDS[language()]).filter(([key]) => key.includes(".")));
