// What is known of one event: its date, what is in doubt, and every claim with its sentence and source.

const detail = {box: byId('detail'), opener: null, uid: null};  // uid: of the event that is open

// Only an address of the web becomes a link.
function link(address, text) {
  if (!/^https?:\/\//i.test(address)) return make('span', {}, bdi(text));
  return make('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, bdi(text));
}

function makeSource(document) {
  const title = document.title ? [', ', link(document.url, `“${document.title}”`)] : [];
  const source = document.title ? bdi(document.source) : link(document.url, document.source);
  return make('cite', {}, source, ...title, document.published ? `, ${document.published}` : ', date unknown');
}

function makeSentence(parts) {
  const [before, said, after] = parts;
  return make('blockquote', {dir: 'auto'}, before, said ? make('mark', {}, said) : null, after);
}

function makeClaim(claim, event) {
  const differs = [claim.words !== event.words ? claim.words : '', claim.status !== event.status ? claim.status : ''];
  const reading = differs.filter(Boolean).join(', ');
  return make('li', {}, makeSentence(claim.text), make('p', {class: 'source'}, makeSource(data.documents[claim.document])),
    reading ? make('p', {class: 'reading'}, `Read as: ${reading}`) : null);
}

function makeEvidence(item) {
  const claim = data.claims[item.claim];
  const rank = item.rank === 'normal' ? [] : [make('b', {}, item.rank), item.reason ? ` (${item.reason}): ` : ': '];
  return make('li', {}, ...rank, make('q', {dir: 'auto'}, claim.text.join('')), ' ', makeSource(data.documents[claim.document]));
}

const makeFinding = finding => make('div', {class: 'finding'},
  make('p', {}, finding.message), make('ul', {}, ...finding.evidence.map(makeEvidence)));

function makeFacts(event) {
  const names = event.actors.map(actor => actor.code && actor.code !== actor.name ? `${actor.name} (${actor.code})` : actor.name);
  const facts = [['Earlier dates', event.before.join('; ')], ['Place', event.place], ['Who', names.join(', ')], ['EDTF', event.edtf]];
  return make('dl', {}, ...facts.filter(([, value]) => value).flatMap(([name, value]) =>
    [make('dt', {}, name), make('dd', {}, bdi(value))]));
}

function dateNote(event) {
  if (event.off) return event.shape === 'none' ? '' : `This date was given up: ${event.status}.`;
  if (event.inferred) return 'The date follows from other dates; no source gives it.';
  if (event.shape === 'day' || event.shape === 'span' || event.shape === 'none') return '';
  return event.status === 'held' ? 'The exact date is not given.' : 'The exact date is not announced.';
}

function makeDetail(event) {
  const close = make('button', {type: 'button', class: 'close', 'aria-label': 'Close'}, '×');
  close.addEventListener('click', closeDetail);
  const note = dateNote(event);
  return [close,
    make('p', {class: 'state'}, glyph(stateOf(event), event.findings.length), ` ${event.kind}, ${event.status}`),
    make('h2', {id: 'detail-title', tabindex: '-1', dir: 'auto'}, event.title),
    make('p', {class: 'when'}, event.words), note ? make('p', {class: 'note'}, note) : null,
    makeFacts(event),
    ...event.findings.length ? [make('h3', {}, 'In doubt')] : [], ...event.findings.map(i => makeFinding(data.findings[i])),
    make('h3', {}, counted(event.claims.length, 'report')),
    make('ol', {class: 'claims'}, ...event.claims.map(i => makeClaim(data.claims[i], event)))].filter(Boolean);
}

function markOpened() {
  for (const element of document.querySelectorAll('[data-uid]')) element.classList.toggle('selected', element.dataset.uid === detail.uid);
}

// A frame of a previewer may have no address to set.
function setAddress(hash) {
  try { history.replaceState(null, '', location.pathname + location.search + hash); } catch { /* then no link leads here */ }
}

function openDetail(event, opener) {
  Object.assign(detail, {opener, uid: event.uid});
  detail.box.replaceChildren(...makeDetail(event));
  detail.box.hidden = false;
  detail.box.scrollTop = 0;
  document.body.classList.add('with-detail');
  markOpened();
  setAddress(`#${event.uid}`);
  byId('detail-title').focus({preventScroll: true});
  keepInView(event);
}

function closeDetail() {
  if (detail.box.hidden) return;
  detail.box.hidden = true;
  document.body.classList.remove('with-detail');
  detail.uid = null;
  markOpened();
  setAddress('');
  if (detail.opener?.isConnected) detail.opener.focus();
}

