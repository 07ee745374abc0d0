// Reads the data, draws it, and listens.

const data = JSON.parse(byId('data').textContent);
const onAxis = data.events.filter(event => event.shape !== 'none');

function summarize() {
  const published = data.published ? ` published ${data.published}` : '';
  const doubts = data.findings.length ? `; ${counted(data.findings.length, 'point')} in doubt` : '';
  const events = counted(data.events.length, 'event'), articles = counted(data.documents.length, 'article');
  byId('summary').textContent = `${events} in ${articles}${published}${doubts}.`;
}

function showNothing(text, mends) {
  const notice = byId('nothing');
  notice.hidden = !text;
  notice.replaceChildren(text);
  if (!text || !mends) return;
  const button = make('button', {type: 'button'}, 'Show all events');
  button.addEventListener('click', clearFilters);
  notice.append(' ', button);
}

function applyFilters() {
  const shown = data.events.filter(isShown);
  chart.shown = new Set(shown.filter(event => event.shape !== 'none'));
  byId('count').textContent = shown.length === data.events.length ? '' : `${shown.length} of ${counted(data.events.length, 'event')}`;
  byId('time').hidden = chart.shown.size === 0;
  if (chart.shown.size) drawChart();
  drawList(shown);
  markOpened();
  if (!data.events.length) showNothing('No events were found in these articles.', false);
  else showNothing(shown.length ? '' : 'No event fits these filters.', true);
}

const eventOf = uid => data.events.find(event => event.uid === uid);

function handleClick(click) {
  const opener = click.target.closest('[data-uid]');
  if (!opener) return;
  if (opener.classList.contains('mark')) makeStop(opener);
  openDetail(eventOf(opener.dataset.uid), opener);
}

function openFromAddress() {
  const event = eventOf(location.hash.slice(1));
  if (!event) return;
  const mark = chart.marks.get(event);
  openDetail(event, mark ?? null);
  if (mark) makeStop(mark);
}

// On paper the days that are in view fill the width of the page.
const PAPER = 500;  // pixels between the names of the lanes and the last label, on A4

function listenToPrinter() {
  let before = {};
  addEventListener('beforeprint', () => {
    const first = scale.day(chart.box.scrollLeft), days = room() / chart.perDay;
    before = {perDay: chart.perDay, left: chart.box.scrollLeft};
    chart.perDay = PAPER / days;
    drawChart();
    chart.box.scrollLeft = scale.x(first);
    drawView();
  });
  addEventListener('afterprint', () => {
    chart.perDay = before.perDay;
    drawChart();
    chart.box.scrollLeft = before.left;
    drawView();
  });
}

// The ground of the chart is dragged with a mouse; a finger scrolls by itself.
function listenToDragging() {
  const drag = {x: 0, left: 0, isOn: false};
  chart.box.addEventListener('pointerdown', down => {
    if (down.pointerType !== 'mouse' || down.button !== 0 || down.target.closest('.mark') || down.target === chart.box) return;
    Object.assign(drag, {x: down.clientX, left: chart.box.scrollLeft, isOn: true});
    chart.box.setPointerCapture(down.pointerId);
  });
  chart.box.addEventListener('pointermove', move => { if (drag.isOn) chart.box.scrollLeft = drag.left + drag.x - move.clientX; });
  for (const end of ['pointerup', 'pointercancel']) chart.box.addEventListener(end, () => { drag.isOn = false; });
}

function listenToChart() {
  let isDue = false;
  chart.box.addEventListener('scroll', () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => { isDue = false; drawView(); });
  }, {passive: true});
  listenToDragging();
  chart.box.addEventListener('keydown', handleChartKey);
  chart.box.addEventListener('wheel', handleWheel, {passive: false});
  byId('closer').addEventListener('click', () => zoom(1.6));
  byId('wider').addEventListener('click', () => zoom(1 / 1.6));
  byId('whole').addEventListener('click', () => showDays(chart.first, chart.last));
  for (const side of ['earlier', 'later']) byId(side).addEventListener('click', () => showBeyond(side));
  byId('today').addEventListener('click', () => { showCentre(today()); drawView(); });
  byId('today').hidden = today() < chart.first || today() > chart.last;
  let width = chart.box.clientWidth;
  new ResizeObserver(() => {
    if (chart.shown.size && width !== chart.box.clientWidth) zoom(1);
    width = chart.box.clientWidth;
  }).observe(chart.box);
}

function start() {
  summarize();
  prepareFilters(data.events);
  fillActors();
  fillKinds();
  fillStatuses();
  if (onAxis.length) buildChart(onAxis);
  applyFilters();
  if (onAxis.length) showMost(onAxis);
  byId('filters').addEventListener('input', applyFilters);
  byId('filters').addEventListener('submit', submit => submit.preventDefault());
  document.addEventListener('click', handleClick);
  document.addEventListener('keydown', press => { if (press.key === 'Escape') closeDetail(); });
  if (onAxis.length) listenToChart();
  listenToPrinter();
  openFromAddress();
}

start();
