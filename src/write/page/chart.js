// The chart: lanes by kind under one axis, zoomed and scrolled, with one tab stop and arrow keys inside.

const ROW = {full: 25, dense: 17};  // pixels
const CLOSEST = 48;                 // pixels a day
const chart = {box: byId('chart'), perDay: 1, first: 0, last: 0, lanes: [], marks: new Map(), shown: new Set()};

const scale = {
  get perDay() { return chart.perDay; },
  x: day => (day - chart.first) * chart.perDay,
  day: x => chart.first + x / chart.perDay,
};

const gutter = () => parseFloat(getComputedStyle(chart.box).getPropertyValue('--gutter')) || 0;
const room = () => Math.max(200, chart.box.clientWidth - gutter() - tail());  // for the days themselves
const tail = () => Math.min(180, chart.box.clientWidth / 6);                  // for labels behind the last day
const endOf = event => event.to ?? event.from;
const startOf = event => event.from ?? event.to;

// Lanes from the most to the least used, which stay where they are whatever is filtered.
function buildChart(events) {
  const order = [...grouped(events, event => event.kind)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  for (const [kind, members] of order) {
    const track = make('div', {class: 'track'});
    const count = make('small');
    const name = make('div', {class: 'name'}, kind, ' ', count);
    const lane = make('div', {class: 'lane', role: 'group', 'aria-label': kind}, name, track);
    for (const event of members) chart.marks.set(event, makeMark(event));
    track.append(...members.map(event => chart.marks.get(event)));
    chart.lanes.push({lane, track, count, members});
    byId('lanes').append(lane);
  }
  const starts = events.map(startOf), ends = events.map(endOf);
  const first = starts.reduce((a, b) => Math.min(a, b)), last = ends.reduce((a, b) => Math.max(a, b)), margin = Math.max(4, (last - first) * 0.03);
  chart.first = Math.floor(first - margin);
  chart.last = Math.ceil(last + margin);
}

function drawLane({lane, track, count, members}) {
  const shown = members.filter(event => chart.shown.has(event));
  lane.hidden = shown.length === 0;
  count.textContent = shown.length;
  for (const event of members) chart.marks.get(event).hidden = !chart.shown.has(event);
  const {items, rows, dense} = placeLane(shown, scale);
  const height = dense ? ROW.dense : ROW.full;
  lane.classList.toggle('dense', dense);
  track.style.height = `${rows * height + 10}px`;
  for (const item of items) {
    const mark = chart.marks.get(item.event), label = mark.lastElementChild;
    mark.style.left = `${item.left}px`;
    mark.style.top = `${item.row * height + 5}px`;
    mark.style.width = `${item.date}px`;
    mark.classList.toggle('within-bar', isOnBar(item));
    mark.classList.toggle('brief', item.date < BRIEF);
    label.hidden = item.room < Math.min(LABEL_ROOM, item.label);
    label.style.width = isOnBar(item) ? '' : `${Math.min(item.room, item.label)}px`;
  }
}

function drawChart() {
  byId('lanes').style.width = byId('axis').style.width = `${scale.x(chart.last) + tail()}px`;
  chart.lanes.forEach(drawLane);
  drawView();
  const marks = orderedMarks();
  if (marks.length && !marks.some(mark => mark.tabIndex === 0)) makeStop(marks[0]);
}

// The axis is drawn a screen beyond what is seen.
function drawView() {
  const left = chart.box.scrollLeft, width = chart.box.clientWidth;
  const first = Math.max(chart.first, scale.day(left - width));
  const last = Math.min(chart.last + tail() / chart.perDay, scale.day(left + 2 * width));
  drawAxis(byId('axis'), byId('grid'), scale, Math.floor(first), Math.floor(last));
  const {earlier, later} = beyond();
  tellBeyond('earlier', earlier, number => `← ${number} earlier`);
  tellBeyond('later', later, number => `${number} later →`);
}

// The events that lie outside the part of the axis in view, the nearest first.
function beyond() {
  const first = scale.day(chart.box.scrollLeft), last = scale.day(chart.box.scrollLeft + room() + tail());
  const shown = [...chart.shown];
  return {
    earlier: shown.filter(event => endOf(event) < first).sort((a, b) => endOf(b) - endOf(a)),
    later: shown.filter(event => startOf(event) > last).sort((a, b) => startOf(a) - startOf(b)),
  };
}

function tellBeyond(id, events, words) {
  byId(id).hidden = events.length === 0;
  byId(id).textContent = words(events.length);
}

function showBeyond(side) {
  const [event] = beyond()[side];
  if (event) showCentre(side === 'earlier' ? endOf(event) : startOf(event));
}

function showCentre(day) { chart.box.scrollLeft = scale.x(day) - room() / 2; }

// The panel beside the chart makes it narrower: what it tells of must not go out of sight.
function keepInView(event) {
  const first = scale.day(chart.box.scrollLeft), last = first + room() / chart.perDay;
  if (chart.shown.has(event) && (endOf(event) < first || startOf(event) > last)) showCentre(startOf(event));
}

// Of the events shown the start that is nearest to the middle of the view: what zooming keeps in its place.
function nearestStart() {
  const middle = scale.day(chart.box.scrollLeft + room() / 2);
  const starts = [...chart.shown].map(startOf);
  return starts.reduce((a, b) => Math.abs(b - middle) < Math.abs(a - middle) ? b : a, starts[0]);
}

function zoom(factor, day = nearestStart()) {
  const offset = scale.x(day) - chart.box.scrollLeft;
  const whole = room() / (chart.last - chart.first);
  chart.perDay = Math.min(CLOSEST, Math.max(whole, chart.perDay * factor));
  drawChart();
  chart.box.scrollLeft = scale.x(day) - offset;
  drawView();
}

function showDays(first, last) {
  chart.perDay = Math.min(CLOSEST, Math.max(room() / (chart.last - chart.first), room() / (last - first)));
  drawChart();
  showCentre((first + last) / 2);
  drawView();
}

// What is seen first: all, or where a few lie far off, the span of the rest: a twentieth is left out at each end.
function showMost(events) {
  const starts = events.map(startOf).sort((a, b) => a - b), ends = events.map(endOf).sort((a, b) => a - b);
  const few = events.length < 5 ? 0 : Math.ceil(events.length / 20);
  const first = starts[few], last = ends[ends.length - 1 - few];
  const margin = Math.max(4, (last - first) * 0.06);
  const most = last - first + 2 * margin;
  if (chart.last - chart.first < 3 * most) showDays(chart.first, chart.last);
  else showDays(first - margin, last + margin);
}

// By lane, and in it by time.
function orderedMarks() {
  return chart.lanes.filter(({lane}) => !lane.hidden).flatMap(({members}) =>
    members.filter(event => chart.shown.has(event)).map(event => chart.marks.get(event)));
}

function makeStop(mark) {
  for (const other of chart.marks.values()) other.tabIndex = -1;
  mark.tabIndex = 0;
}

const leftOf = mark => parseFloat(mark.style.left);
const nearest = (marks, left) => marks.reduce((a, b) => Math.abs(leftOf(b) - left) < Math.abs(leftOf(a) - left) ? b : a);

// The mark that a key leads to from this one, or nothing.
function neighbour(mark, key) {
  const lanes = chart.lanes.filter(({lane}) => !lane.hidden);
  const at = lanes.findIndex(({track}) => track === mark.parentElement);
  const inLane = i => lanes[i]?.members.filter(event => chart.shown.has(event)).map(event => chart.marks.get(event))
    .sort((a, b) => leftOf(a) - leftOf(b));
  const row = inLane(at), place = row.indexOf(mark);
  const up = inLane(at - 1), down = inLane(at + 1);
  switch (key) {
    case 'ArrowLeft': return row[place - 1];
    case 'ArrowRight': return row[place + 1];
    case 'ArrowUp': return up && nearest(up, leftOf(mark));
    case 'ArrowDown': return down && nearest(down, leftOf(mark));
    case 'Home': return row[0];
    case 'End': return row[row.length - 1];
  }
}

function handleChartKey(press) {
  if (press.ctrlKey || press.metaKey || press.altKey) return;
  if (press.key === '+' || press.key === '=') zoom(1.6);
  else if (press.key === '-') zoom(1 / 1.6);
  else {
    const next = press.target.classList.contains('mark') && neighbour(press.target, press.key);
    if (!next) return;
    makeStop(next);
    next.focus();
  }
  press.preventDefault();
}

// A pinch on a trackpad arrives as a wheel with Ctrl.
function handleWheel(wheel) {
  if (!wheel.ctrlKey) return;
  wheel.preventDefault();
  const offset = wheel.clientX - chart.box.getBoundingClientRect().left - gutter();
  zoom(Math.exp(-wheel.deltaY / 200), scale.day(chart.box.scrollLeft + offset));
}

