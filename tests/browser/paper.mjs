// A page as it is printed: its PDF read back word by word.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const number = (attributes, name) => Number(attributes.match(new RegExp(`${name}="([-\\d.]+)"`))[1]);

// pages: { width, height, words: [{ text, left, right, top, bottom }] }, in points.
async function read(file) {
  const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer: 1 << 28 });
  return stdout.split('<page ').slice(1).map((page) => ({
    width: number(page, 'width'),
    height: number(page, 'height'),
    words: [...page.matchAll(/<word ([^>]*)>([^<]*)</g)].map(([, place, text]) => ({
      text, left: number(place, 'xMin'), right: number(place, 'xMax'), top: number(place, 'yMin'),
      bottom: number(place, 'yMax'),
    })),
  }));
}

const plain = (text) => text.replace(/zq(a|r\d+)q/g, '');
// Words that are set wide come letter by letter.
const letters = (words) => words.map(({ text }) => text).join('');
const numbered = (pages, what) => pages.flatMap((page, i) => (what(page) ? [i + 1] : []));

function inMargin({ width, height, words }) {
  return words.filter(({ left, right, top, bottom }) => bottom < height * 0.1 || top > height * 0.9 ||
    right < width * 0.1 || left > width * 0.9);
}

function sizes(pages, { pages: [least, most], wide }) {
  const [across, down] = wide ? [842, 595] : [595, 842];
  const faults = numbered(pages, ({ width, height }) => Math.abs(width - across) > 1 || Math.abs(height - down) > 1)
    .map((n) => `page ${n} is no A4`);
  if (pages.length < least || pages.length > most) faults.push(`it has ${pages.length} pages, not ${least} to ${most}`);
  return faults;
}

function margins(pages, sheet, mark) {
  if (sheet.marked) return numbered(pages, (page) => !mark.test(letters(inMargin(page)))).map((n) => `page ${n} bears no mark`);
  return numbered(pages, ({ words }) => mark.test(letters(words))).map((n) => `page ${n} bears the mark of an exercise`);
}

function edges(pages) {
  return pages.flatMap(({ width, height, words }, i) => words
    .filter(({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height)
    .map(({ text }) => `page ${i + 1}: “${text}” runs off the paper`));
}

// What stands on every page at the same place, and the pages' numbers, do not fill a page.
function blanks(pages) {
  if (pages.length === 1) return [];
  const key = ({ text, left, top }) => `${text} ${Math.round(left)} ${Math.round(top)}`;
  const [first, ...rest] = pages.map(({ words }) => new Set(words.map(key)));
  const running = new Set([...first].filter((word) => rest.every((page) => page.has(word))));
  return numbered(pages, ({ words }) => words.every((word) => running.has(key(word)) || /^[\d/]+$/.test(word.text)))
    .map((n) => `page ${n} is empty`);
}

const where = (pages, token) => numbered(pages, ({ words }) => words.some(({ text }) => text.includes(token)));

function annex(pages, sheet) {
  const [begins] = where(pages, 'zqaq');
  return begins === 2 ? [] : [`${sheet.annex} begins on page ${begins ?? 'nowhere'}, not on 2`];
}

function wholes(pages) {
  const first = new Map(), cut = new Set();
  pages.forEach(({ words }, page) => {
    for (const [, row] of words.map(({ text }) => text).join(' ').matchAll(/zqr(\d+)q/g)) {
      if ((first.get(row) ?? page) !== page) cut.add(page);
      first.set(row, page);
    }
  });
  return [...cut].map((page) => `a row or card is cut between page ${page} and ${page + 1}`);
}

export async function inspectPrint(page, sheet, mark, folder) {
  const path = join(folder, `${sheet.name}.pdf`);
  if (process.env.KEEP && !('fault' in sheet)) await keep(page, sheet);
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.evaluate((start) => look.tokens(start), sheet.annex);
  await page.pdf({ path, format: 'A4', preferCSSPageSize: true });
  const marked = await read(path);
  const pages = marked.map((read) => ({ ...read, words: read.words
    .map((word) => ({ ...word, text: plain(word.text) })).filter(({ text }) => text) }));
  return [
    ...sizes(pages, sheet), ...margins(pages, sheet, mark), ...edges(pages), ...blanks(pages), ...wholes(marked),
    ...(sheet.annex ? annex(marked, sheet) : []),
  ];
}

async function keep(page, sheet) {
  const path = join(process.env.KEEP, sheet.name);
  await page.pdf({ path: `${path}.pdf`, format: 'A4', preferCSSPageSize: true });
  await run('pdftoppm', ['-r', '60', '-png', `${path}.pdf`, `${path}-A4`]);
}
