// How an event is drawn: a point, a bar, a bar that fades where the date is open; and where in its lane.

const POINT = 13;      // pixels
const BRIEF = 16;      // a shorter bar has no room for its ends
const FADE = 96;       // length of a bar whose other end is open
const GAP = 8;         // between two marks of a row
const LABEL_ROOM = 56; // a label with less room is not worth reading
const LABEL_MOST = 260;
const FULL_ROWS = 10;  // a lane that needs more with all labels is packed densely

const measure = (() => {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map();
  context.font = '13px system-ui, sans-serif';
  return text => {
    if (!widths.has(text)) widths.set(text, Math.min(LABEL_MOST, Math.ceil(context.measureText(text).width * 1.06)));
    return widths.get(text);
  };
})();

function stateOf(event) {
  return event.off && event.status !== 'postponed' ? 'cancelled' : event.status;
}

function describe(event) {
  const doubt = event.findings.length ? ', in doubt' : '';
  return `${event.title}, ${event.kind}, ${event.words}, ${event.status}${doubt}`;
}

const glyph = (status, doubt) => make('span', {class: `glyph ${status}${doubt ? ' doubt' : ''}`, 'aria-hidden': 'true'});

function makeMark(event) {
  const label = make('span', {class: 'label', dir: 'auto'}, event.title);
  const point = event.shape === 'day';
  return make('button', {
    type: 'button', class: `mark ${point ? 'point' : `bar ${event.shape}`} ${stateOf(event)}${event.findings.length ? ' doubt' : ''}`,
    'data-uid': event.uid, 'aria-label': describe(event), title: `${event.title} · ${event.words}`, tabindex: '-1',
  }, point ? glyph(stateOf(event), event.findings.length) : make('span', {class: 'stretch', 'aria-hidden': 'true'}), label);
}

// Left edge and width of the drawn date itself, in pixels.
function drawnDate(event, scale) {
  if (event.shape === 'day') return [scale.x(event.from + 0.5) - POINT / 2, POINT];
  if (event.shape === 'by') return [scale.x(event.to + 1) - FADE, FADE];
  if (event.shape === 'since') return [scale.x(event.from), FADE];
  const left = scale.x(event.from);
  return [left, Math.max(POINT, scale.x(event.to + 1) - left)];
}

// Puts each into the first row where it fits; returns the number of rows.
function pack(items, widthOf) {
  const ends = [];
  for (const item of items) {
    let row = ends.findIndex(end => end <= item.left);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = item.left + widthOf(item) + GAP;
    item.row = row;
  }
  return ends.length;
}

// A label stands on its bar where it fits there, and otherwise beside.
const isOnBar = item => item.event.shape !== 'day' && item.label + 12 <= item.date;
const widthWithLabel = item => isOnBar(item) ? item.date : item.date + 5 + item.label;

// Room for each label up to the next mark of the row.
function shareRoom(items) {
  const following = new Map();
  for (const item of [...items].reverse()) {
    const end = following.has(item.row) ? following.get(item.row) - GAP : Infinity;
    item.room = isOnBar(item) ? item.label : end - item.left - item.date - 5;
    following.set(item.row, item.left);
  }
}

// Places the events of a lane, which are sorted by their left edge; returns its rows and whether it is packed densely.
function placeLane(events, scale) {
  const items = events.map(event => {
    const [left, date] = drawnDate(event, scale);
    return {event, left, date, label: measure(event.title), room: Infinity, row: 0};
  }).sort((a, b) => a.left - b.left);
  let rows = pack(items, widthWithLabel);
  const dense = rows > FULL_ROWS;
  if (dense) {
    rows = pack(items, item => item.date);
    shareRoom(items);
  }
  return {items, rows, dense};
}

