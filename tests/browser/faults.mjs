// The checks checked: a page without faults, and pages with one fault each, to be found by the check that it names.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const good = readFileSync(new URL('good.html', import.meta.url), 'utf8');
const before = '<p id="before">';
const style = '</style>';
const tall = 'height: 1000px; vertical-align: top; break-inside: auto';

// which checks find it, the fault in words, what stands there, what is put there
const faults = [
  ['', 'a page without faults', '', ''],
  ['axe', 'pale letters', style, '#before { color: #aaa; background: #fff; }</style>'],
  ['axe', 'pale letters in the dark', style, '@media screen and (prefers-color-scheme: dark) { #before { color: #444 } }</style>'],
  ['axe', 'pale letters in print', style, '@media print { #before { color: #bbb } }</style>'],
  ['axe markup', 'a heading left out', '<h2 id="more">What lies behind it</h2>', '<h4 id="more">What lies behind it</h4>'],
  ['alone', 'a picture from elsewhere', before, '<img src="http://127.0.0.1:9/x.png" alt="">$&'],
  ['alone', 'a script', before, '<script>let x;</script>$&'],
  ['alone', 'an attribute that acts', before, '<p id="before" onclick="close()">'],
  ['alone', 'an error in the console', before, '<script>undefined.x;</script>$&'],
  ['alone', 'a link to nowhere', 'href="#rows"', 'href="#lines"'],
  ['width', 'wider than a phone', before, '<div style="width: 400px">wide</div>$&'],
  ['cut width', 'off to the left', before, '<div style="margin-left: -40px">left</div>$&'],
  ['width', 'a region without a name', 'role="region" aria-label="Moments"', ''],
  ['width cut', 'text cut off', before, '<p style="overflow: hidden; white-space: nowrap; width: 90px">more than goes in here</p>$&'],
  ['width', 'no viewport for phones', /<meta name="viewport".*/, ''],
  ['drawing', 'words on words', 'x="150"', 'x="30"'],
  ['drawing', 'words beside the drawing', 'x="150"', 'x="280"'],
  ['drawing', 'no drawing', /<svg[^]*<\/svg>/, ''],
  ['markup', 'an element left open', before, '<div>$&'],
  ['markup', 'one id twice', '<header>', '<header id="before">'],
  ['markup', 'a property that does not exist', style, '#before { colour: red }</style>'],
  ['head', 'another language', 'lang="en"', 'lang="fr"'],
  ['head', 'a title without the mark', '<title>EXERCISE: ', '<title>'],
  ['paper', 'a first page of two', before, '<div style="height: 1200px"></div>$&'],
  ['paper', 'an annex on the first page', 'break-before: page', ''],
  ['paper', 'a printed page without the mark', 'position: fixed', 'position: absolute'],
  ['paper', 'another paper', 'size: A4', 'size: A5'],
  ['paper', 'an empty page', '</main>', '<div style="break-before: page; height: 1px"></div>$&'],
  ['paper', 'too many pages', '</main>', `${'<p style="break-before: page">one page more than it may have</p>'.repeat(3)}$&`],
  ['paper', 'a row cut in two', '<tr><td>T+0:20</td>', `<tr style="${tall}"><td style="${tall}">T+0:20<br>${'line<br>'.repeat(60)}</td>`],
  ['paper', 'a card cut in two', '</main>', `<div class="card">${'<p>one line of a card</p>'.repeat(40)}</div>$&`],
  ['type', 'letters too small to read', style, '@media print { #before { font-size: 7pt } }</style>'],
  ['cut', 'a table that scrolls on paper', 'min-width: 480px', 'min-width: 1100px'],
  ['white', 'dark paper', style, '@media print { html { background: #333 } #before, h1 { background: #fff } }</style>'],
];

const wanted = { lang: 'en', marked: true, drawing: true, pages: [2, 4], annex: '#annex', type: 8 };

export function plant(folder) {
  mkdirSync(join(folder, 'planted'));
  const sheets = faults.map(([fault, name, from, to], i) => {
    const text = good.replace(from, to);
    if (fault && text === good) throw new Error(`“${name}” changes nothing`);
    const file = join(folder, 'planted', `${i}.html`);
    writeFileSync(file, text);
    return { ...wanted, name, file, fault };
  });
  return [...sheets, { ...wanted, name: 'an incident that bears the mark', file: sheets[0].file, fault: 'head paper', marked: false }];
}
