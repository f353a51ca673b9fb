// [data-calendar="id of the JSON block" or data-calendar-url="…"]: FullCalendar; a dropped event is posted as
// `start` and `end` (local wall time) to its own moveUrl or to data-move-url with {id} replaced.
import { Calendar } from "@fullcalendar/core";
import viLocale from "@fullcalendar/core/locales/vi";
import dayGridPlugin from "@fullcalendar/daygrid";
import interactionPlugin from "@fullcalendar/interaction";
import listPlugin from "@fullcalendar/list";
import multiMonthPlugin from "@fullcalendar/multimonth";
import timeGridPlugin from "@fullcalendar/timegrid";
import { dataBlock, each, notify, post } from "./dom.js";
import { language, say } from "./words.js";

const NARROW_PX = 640;

function moveUrl(box, event) {
  return event.extendedProps.moveUrl || box.dataset.moveUrl?.replace("{id}", event.id);
}

async function moved(box, change) {
  const { event } = change;
  const url = moveUrl(box, event);
  const fields = { start: event.startStr, end: event.endStr || event.startStr, all_day: event.allDay ? "1" : "" };
  if (url && (await post(url, fields))) notify(say("moved"));
  else change.revert();
}

each("[data-calendar]", (box) => {
  const narrow = box.clientWidth < NARROW_PX;
  const calendar = new Calendar(box, {
    plugins: [dayGridPlugin, timeGridPlugin, listPlugin, multiMonthPlugin, interactionPlugin],
    locales: [viLocale],
    locale: language(),
    timeZone: box.dataset.timeZone || "Asia/Ho_Chi_Minh",
    firstDay: 1,
    height: "auto",
    initialView: narrow ? "listMonth" : box.dataset.view || "dayGridMonth",
    initialDate: box.dataset.date || undefined,
    headerToolbar: {
      start: "prev,next today",
      center: "title",
      end: narrow ? "listMonth,dayGridMonth" : "multiMonthYear,dayGridMonth,timeGridWeek,listYear",
    },
    footerToolbar: false,
    buttonIcons: false,
    buttonText: { prev: "‹", next: "›" },
    moreLinkClick: "day",
    dayCellDidMount: ({ el }) => el.removeAttribute("aria-labelledby"), // it would hide the events from the cell's name
    multiMonthMinWidth: 260,
    dayMaxEvents: 4,
    nowIndicator: true,
    navLinks: true,
    noEventsContent: say("noEvents"),
    eventSources: [
      box.dataset.calendarUrl
        ? { url: box.dataset.calendarUrl, failure: () => notify(say("offline"), "danger") }
        : { events: dataBlock(box.dataset.calendar, []) },
    ],
    editable: "moveUrl" in box.dataset,
    eventDurationEditable: false,
    eventDrop: (change) => moved(box, change),
    dateClick: ({ dateStr }) => {
      if (box.dataset.newUrl) location.assign(box.dataset.newUrl.replace("{date}", dateStr));
    },
  });
  calendar.render();
});
