// timeline.html in a browser: what is shown, filtered, opened, by mouse and by keys; and that nothing of an article runs.
// node --test page_test.js, with DATELINE_PROGRAM, DATELINE_CORPUS and CHROMIUM set: tests/page/run does it.
'use strict';
const assert = require('node:assert');
const {execFileSync} = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const {after, before, test} = require('node:test');
const {chromium} = require('playwright-core');
const claims = require(path.join(process.env.PAGE_TESTS, 'claims.js'));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dateline-page-'));
let browser;

before(async () => {
  browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: ['--no-sandbox']});
});
after(async () => {
  await browser?.close();
  fs.rmSync(folder, {recursive: true});
});

function dateline(...args) { execFileSync(process.env.DATELINE_PROGRAM, args, {stdio: 'ignore'}); }

// The page of the articles in the corpus, or of claims.
const pages = {};
function pageOf(name, lines) {
  if (pages[name]) return pages[name];
  const out = path.join(folder, name);
  if (lines === undefined) dateline('build', process.env.DATELINE_CORPUS, '-o', out);
  else {
    fs.writeFileSync(`${out}.jsonl`, lines);
    dateline('merge', `${out}.jsonl`, '-o', out);
  }
  return pages[name] = path.join(out, 'timeline.html');
}
const corpus = () => pageOf('corpus');

// Opens the file and hands over the page; fails where it said anything to the console or asked for anything else.
async function visit(file, check, options = {}) {
  const context = await browser.newContext({viewport: {width: 1400, height: 900}, reducedMotion: 'reduce', ...options});
  const page = await context.newPage();
  const said = [], asked = [];
  page.on('console', message => said.push(message.text()));
  page.on('pageerror', error => said.push(error.message));
  page.on('dialog', dialog => { said.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => { if (!request.url().startsWith('data:')) asked.push(request.url().split('#')[0]); });
  const address = `file://${file}`;
  await page.goto(address + (options.hash ?? ''));
  await check(page);
  assert.deepStrictEqual(said, []);
  assert.deepStrictEqual(asked, [address]);
  await context.close();
}

const dataOf = page => page.evaluate(() => JSON.parse(document.getElementById('data').textContent));
const shown = async page => ({
  marks: await page.locator('.mark:visible').count(),
  rows: await page.locator('#list li:has(.title)').count(),
});
const focused = page => page.evaluate(() => document.activeElement.dataset.uid ?? document.activeElement.id);

test('every event is a row, and a mark where it has a date', () => visit(corpus(), async page => {
  const data = await dataOf(page);
  const dated = data.events.filter(event => event.shape !== 'none').length;
  assert.ok(data.events.length > 10 && dated > 10);
  assert.deepStrictEqual(await shown(page), {marks: dated, rows: data.events.length});
  const lanes = await page.locator('.lane').count();
  assert.strictEqual(lanes, new Set(data.events.filter(event => event.shape !== 'none').map(event => event.kind)).size);
}));

test('the shape of a mark says how sure its date is', () => visit(pageOf('hostile', claims.hostile), async page => {
  const shapes = await page.locator('.mark').evaluateAll(marks => marks.map(mark => mark.classList[1] + ' ' + mark.classList[2]));
  assert.deepStrictEqual(shapes.map(shape => shape.replace(/ scheduled$/, '')).sort(), ['bar span', 'bar within', 'point']);
  assert.match(await page.locator('#list section').last().innerText(), /^No date given 1\n/);
  const width = name => page.locator(name).evaluate(mark => mark.getBoundingClientRect().width);
  const perDay = await page.evaluate(() => chart.perDay);
  assert.ok(Math.abs(await width('.mark.span') - 3 * perDay) < 0.1);
  assert.ok(Math.abs(await width('.mark.within') - 21 * perDay) < 0.1);
}));

test('a click shows the claims with their sentences and sources', () => visit(corpus(), async page => {
  const data = await dataOf(page);
  const event = data.events.find(e => e.shape === 'day' && e.claims.length > 1);
  await page.locator(`.mark[data-uid="${event.uid}"]`).click();
  assert.strictEqual(await page.locator('#detail-title').innerText(), event.title);
  assert.strictEqual(await focused(page), 'detail-title');
  const sentences = await page.locator('#detail blockquote').allTextContents();
  assert.deepStrictEqual(sentences, event.claims.map(i => data.claims[i].text.join('')));
  const claim = data.claims[event.claims[0]];
  assert.ok((await page.locator('#detail .source').first().innerText()).includes(data.documents[claim.document].source));
  assert.strictEqual(await page.locator('#detail mark').first().innerText(), data.claims[event.claims.find(i => data.claims[i].text.length === 3)].text[1]);
  await page.locator('#detail .close').click();
  assert.ok(await page.locator('#detail').isHidden());
  assert.strictEqual(await focused(page), event.uid);
}));

test('filters leave what fits all of them', () => visit(corpus(), async page => {
  const {events} = await dataOf(page);
  const expect = async fits => {
    const left = events.filter(fits);
    assert.ok(left.length > 0 && left.length < events.length);
    assert.deepStrictEqual(await shown(page), {marks: left.filter(e => e.shape !== 'none').length, rows: left.length});
    assert.strictEqual(await page.locator('#count').innerText(), `${left.length} of ${events.length} events`);
  };
  const isChinese = e => e.actors.some(actor => actor.code === 'CHN');
  await page.selectOption('#actor', 'code:CHN');
  await expect(isChinese);
  await page.selectOption('#kind', 'meeting');
  await expect(e => isChinese(e) && e.kind === 'meeting');
  await page.selectOption('#actor', '');
  await page.locator('.toggle', {hasText: 'held'}).click();
  await expect(e => e.kind === 'meeting' && e.status === 'held');
  await page.locator('.toggle', {hasText: 'scheduled'}).click();
  await expect(e => e.kind === 'meeting' && ['held', 'scheduled'].includes(e.status));
  await page.fill('#find', 'no such words in any report');
  assert.deepStrictEqual(await shown(page), {marks: 0, rows: 0});
  await page.getByRole('button', {name: 'Show all events'}).click();
  assert.strictEqual((await shown(page)).rows, events.length);
  assert.strictEqual(await page.locator('.toggle[aria-pressed="true"]').count(), 0);
  assert.strictEqual(await page.locator('#count').innerText(), '');
}));

test('keys alone reach an event, open it and come back', () => visit(corpus(), async page => {
  await page.locator('#closer').focus();
  await page.keyboard.press('Tab');
  const first = await focused(page);
  const lane = () => page.evaluate(() => document.activeElement.closest('.lane').getAttribute('aria-label'));
  const left = () => page.evaluate(() => parseFloat(document.activeElement.style.left));
  const home = await lane(), start = await left();
  await page.keyboard.press('ArrowRight');
  assert.strictEqual(await lane(), home);
  assert.ok(await left() >= start && await focused(page) !== first);
  await page.keyboard.press('ArrowLeft');
  assert.strictEqual(await focused(page), first);
  await page.keyboard.press('ArrowDown');
  assert.notStrictEqual(await lane(), home);
  await page.keyboard.press('End');
  const opened = await focused(page);
  const before = await page.evaluate(() => chart.perDay);
  await page.keyboard.press('+');
  assert.ok(await page.evaluate(() => chart.perDay) > before);
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#detail').isVisible());
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#detail').isHidden());
  assert.strictEqual(await focused(page), opened);
}));

test('a link to an event opens it', async () => {
  let uid;
  await visit(corpus(), async page => { uid = (await dataOf(page)).events[3].uid; });
  await visit(corpus(), async page => {
    assert.ok(await page.locator('#detail').isVisible());
    assert.ok(await page.locator(`.mark.selected[data-uid="${uid}"]`).count() === 1);
  }, {hash: `#${uid}`});
});

test('what is opened from the list comes into sight on the axis', () => visit(corpus(), async page => {
  await page.evaluate(() => zoom(20));
  for (const place of [0, -1]) {
    const title = page.locator('#list section:not(:last-child) .title').nth(place);
    const uid = await title.getAttribute('data-uid');
    await title.click();
    await page.waitForFunction(uid => {
      const edges = element => element.getBoundingClientRect();
      const box = edges(chart.box), mark = edges(document.querySelector(`.mark[data-uid="${uid}"]`));
      return mark.right > box.left && mark.left < box.right;
    }, uid, {timeout: 5000});
  }
}));

test('no text of an article runs, and no address but of the web is a link', () => visit(pageOf('hostile', claims.hostile), async page => {
  const titles = await page.locator('.title').allInnerTexts();
  assert.ok(titles.some(title => title.includes('</script><script>window.hacked = 1</script><img src=x onerror=')));
  for (const title of await page.locator('.title').all()) {
    await title.click();
    for (const href of await page.locator('#detail a').evaluateAll(links => links.map(a => a.href)))
      assert.match(href, /^https:\/\/example\.org\//);
  }
  assert.strictEqual(await page.locator('img, iframe, object, embed, #detail script').count(), 0);
  assert.strictEqual(await page.evaluate(() => window.hacked), undefined);
  await page.locator('.title', {hasText: 'ایران'}).click();
  assert.strictEqual(await page.locator('#detail cite a').count(), 0);
  assert.strictEqual(await page.locator('#detail cite').innerText(), 'The Northern Ledger, “<b>bold</b>”, 20 October 2025');
}));

test('the policy of the page refuses what is not its own', async () => {
  const page = await browser.newPage();
  await page.goto(`file://${corpus()}`);
  const outcome = await page.evaluate(async () => {
    const violations = [];
    document.addEventListener('securitypolicyviolation', v => violations.push(v.effectiveDirective));
    const script = document.createElement('script');
    try { script.textContent = 'window.hacked = 1'; } catch { violations.push('text'); }
    try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hacked = 1">'); } catch { violations.push('markup'); }
    document.body.append(Object.assign(document.createElement('img'), {src: 'https://example.org/x.png'}));
    await fetch('https://example.org/').catch(() => violations.push('fetch'));
    await new Promise(resolve => setTimeout(resolve, 100));
    return {violations, hacked: window.hacked};
  });
  assert.strictEqual(outcome.hacked, undefined);
  for (const refused of ['text', 'markup', 'fetch', 'img-src', 'connect-src']) assert.ok(outcome.violations.includes(refused), refused);
  await page.close();
});

test('a thousand events and more stay within reach', () => visit(pageOf('many', claims.many(1200)), async page => {
  assert.deepStrictEqual(await shown(page), {marks: 1200, rows: 1200});
  const slowest = await page.evaluate(() => {
    const took = work => { const start = performance.now(); work(); document.body.getBoundingClientRect(); return performance.now() - start; };
    return Math.max(took(() => zoom(1.6)), took(() => { byId('find').value = 'State 777'; applyFilters(); }));
  });
  assert.ok(slowest < 3000, `${slowest} ms`);
  assert.deepStrictEqual(await shown(page), {marks: 1, rows: 1});
  await page.fill('#find', '');
  const height = await page.locator('#chart').evaluate(box => box.getBoundingClientRect().height);
  assert.ok(height <= 0.76 * 900 + 2);
}));

test('a telephone has no sideways scrolling but that of the chart', () => visit(corpus(), async page => {
  assert.strictEqual(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await page.locator('.title').first().click();
  const box = await page.locator('#detail').boundingBox();
  assert.ok(box.width === 390 && box.y > 844 / 4 && Math.round(box.y + box.height) === 844);
}, {viewport: {width: 390, height: 844}}));

test('text stands out from its ground, light and dark', async () => {
  for (const colorScheme of ['light', 'dark']) await visit(corpus(), async page => {
    await page.locator('.title').nth(1).click();
    const weak = await page.evaluate(() => {
      const channels = color => color.match(/[\d.]+/g).map(Number);
      const luminance = color => channels(color).slice(0, 3).map(c => c / 255)
        .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const ground = element => {
        for (let e = element; e; e = e.parentElement) {
          const color = getComputedStyle(e).backgroundColor;
          if (color.startsWith('rgb(')) return color;
        }
      };
      const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const hasText = e => [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && e.checkVisibility();
      return [...document.querySelectorAll('#page *, #detail *')].filter(hasText)
        .filter(e => contrast(luminance(getComputedStyle(e).color), luminance(ground(e))) < 4.5).map(e => e.outerHTML.slice(0, 80));
    });
    assert.deepStrictEqual(weak, [], colorScheme);
  }, {colorScheme});
});

test('on paper the axis fits the page and the list follows', () => visit(corpus(), async page => {
  const pdf = await page.pdf({format: 'A4'});
  assert.ok(pdf.length > 10000);
  await page.emulateMedia({media: 'print'});
  assert.ok(await page.locator('#filters').isHidden());
  assert.ok(await page.locator('#list').isVisible());
}));

test('a calendar without events says so', () => visit(pageOf('empty', claims.eventless), async page => {
  assert.strictEqual(await page.locator('#nothing').innerText(), 'No events were found in these articles.');
  assert.ok(await page.locator('#time').isHidden());
}));
