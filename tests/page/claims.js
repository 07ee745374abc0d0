// Claims as `dateline extract` writes them, for pages that no article would give: hostile, foreign, many.
'use strict';

const iso = day => new Date(day * 864e5).toISOString().slice(0, 10);

// An exact day or days: [first, last], both inclusive, as days since 1970; `within`: some day of them.
function when([first, last], within = false) {
  const bounds = within ? [first, last, first + 1, last + 1] : [first, first, last + 1, last + 1];
  const [earliest_start, latest_start, earliest_end, latest_end] = bounds.map(iso);
  return {earliest_start, latest_start, earliest_end, latest_end, granularity: 'day', inferred: false};
}

const openWhen = {earliest_start: null, latest_start: null, earliest_end: null, latest_end: null, granularity: 'none', inferred: false};

const actor = (name, code = '') => ({name, short_name: name, code, is_person: false});

// A claim in a document of its own. What is not given is unremarkable.
function claim(number, given) {
  const text = given.text ?? 'The two governments will meet soon.';
  return {
    document: {id: `d${number}`, source: 'The Northern Ledger', title: 'A meeting', url: `https://example.org/${number}`,
      published: '2025-10-20', published_by: 'sources.yaml', ...given.document},
    sentence: [0, Buffer.byteLength(text)], text, trigger: [0, 3], expression: null, expression_text: '', value: '',
    kind: 'meeting', plover: 'CONSULT', topic: '', rule: 'test', actors: [actor('France', 'FRA'), actor('Spain', 'ESP')],
    place: null, status: 'scheduled', when: openWhen, previous: [], remarks: [],
    ...given.claim,
  };
}

const lines = claims => claims.map(c => JSON.stringify(c) + '\n').join('');

const script = '</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">';

// What strangers may write into a name, a sentence, a title and an address.
const hostile = lines([
  claim(1, {
    text: `${script} They meet on Oct. 30.`,
    document: {source: script, title: `"><svg onload=alert(1)> ${script}`, url: 'https://example.org/"onmouseover="alert(1)'},
    claim: {actors: [actor(script), actor('Iran', 'IRN')], when: when([20391, 20391])},
  }),
  claim(2, {
    document: {title: '<b>bold</b>', url: 'javascript:window.hacked=1'},
    claim: {actors: [actor('ایران و آمریکا'), actor('Oman', 'OMN')], when: when([20395, 20397]), kind: 'talks'},
  }),
  claim(3, {
    document: {url: 'data:text/html,<script>alert(1)</script>'},
    claim: {actors: [actor('A very long name of a committee '.repeat(12).trim()), actor('Chad', 'TCD')], when: when([20400, 20420], true), kind: 'visit'},
  }),
  claim(4, {claim: {actors: [actor('Peru', 'PER'), actor('Chile', 'CHL')], kind: 'call'}}),
]);

// So many events of different actors over some years.
function many(count) {
  const kinds = ['meeting', 'visit', 'call', 'summit', 'talks', 'vote'];
  return lines(Array.from({length: count}, (_, i) => claim(i, {claim: {
    actors: [actor(`State ${i}`, `S${i}`), actor(`Land ${i}`, `L${i}`)], kind: kinds[i % kinds.length],
    when: when([18000 + (i * 379) % 1900, 18000 + (i * 379) % 1900 + i % 4], i % 5 === 0), status: i % 3 ? 'held' : 'scheduled',
  }})));
}

// What was read, and makes no event: an act that no calendar has.
const eventless = lines([claim(1, {claim: {kind: '', plover: 'REJECT'}})]);

module.exports = {eventless, hostile, many};
