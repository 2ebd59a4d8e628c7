// One page through every check: `{ check, view, faults }` each, with no faults where all is well.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { inspectPrint } from './paper.mjs';

const screens = [
  { width: 1280, height: 800 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
];
const mark = /EXERCISE|演练/;
const look = readFileSync(new URL('look.js', import.meta.url), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colourRules = ['color-contrast', 'link-in-text-block'];

// A tab of its own with the checks inside; `stray` gathers what a page does besides being shown.
async function tab(browser, mobile) {
  const context = await browser.newContext({ viewport: screens[0], isMobile: mobile, hasTouch: mobile });
  await context.addInitScript({ content: `${axe.source}\n${look}` });
  const page = await context.newPage();
  const stray = [];
  page.on('request', (request) => request.url() === page.wanted || stray.push(`asks for ${request.url()}`));
  page.on('console', (said) => said.type() === 'error' && stray.push(said.text()));
  page.on('pageerror', (error) => stray.push(error.message));
  return Object.assign(page, { stray });
}

async function open(page, sheet, screen, painted) {
  page.stray.length = 0;
  page.painted = painted;
  page.wanted = pathToFileURL(sheet.file).href;
  await page.emulateMedia({ media: null, colorScheme: 'light' });
  await page.setViewportSize(screen);
  await page.goto(page.wanted);
}

async function audit(page, runOnly, rules = {}) {
  const found = await page.evaluate((options) => axe.run(document, options),
    { runOnly, rules, preload: false, resultTypes: ['violations'] });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) =>
    `${id} at ${target.join(' ')}${any[0] ? ` (${any[0].message})` : ''}`));
}

// The colours of a page are looked at once for each way in which it is painted: they take the most time.
async function isNew(page) {
  const painting = await page.evaluate(() => look.painting());
  return page.painted.size < page.painted.add(painting).size;
}

async function auditAll(page) {
  const enabled = await isNew(page);
  return audit(page, tags, Object.fromEntries(colourRules.map((rule) => [rule, { enabled }])));
}

async function auditColours(page) {
  return await isNew(page) ? audit(page, colourRules) : [];
}

// The scheme changes colours alone, so that all else is looked at once a width.
async function onScreen(page, sheet, { width, height }) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: 'light' });
  const results = [
    { check: 'axe', view: `${width} light`, faults: await auditAll(page) },
    { check: 'width', view: `${width}`, faults: await page.evaluate((wide) => look.width(wide), width) },
    { check: 'drawing', view: `${width}`, faults: await page.evaluate((wanted) => look.drawing(wanted), sheet.drawing) },
  ];
  await picture(page, sheet, `${width}-light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  results.push({ check: 'axe', view: `${width} dark`, faults: await auditColours(page) });
  await picture(page, sheet, `${width}-dark`);
  return results;
}

async function picture(page, sheet, view) {
  if (!process.env.KEEP || 'fault' in sheet) return;
  const height = Math.min(8000, await page.evaluate(() => document.documentElement.scrollHeight));
  const { width } = page.viewportSize();
  await page.screenshot({ path: join(process.env.KEEP, `${sheet.name}-${view}.png`), fullPage: true,
    clip: { x: 0, y: 0, width, height } });
}

async function head(page, sheet) {
  const { lang, title } = await page.evaluate(() => ({ lang: document.documentElement.lang, title: document.title }));
  const faults = [];
  if (!lang.startsWith(sheet.lang)) faults.push(`lang is “${lang}”`);
  if (mark.test(title) !== sheet.marked) faults.push(`the title is “${title}”`);
  return faults;
}

async function onPaper(page, sheet, folder) {
  const results = [];
  await page.emulateMedia({ media: 'print' });
  const width = await page.evaluate(() => look.paperWidth());
  await page.setViewportSize({ width, height: 1123 });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ media: 'print', colorScheme });
    results.push(
      { check: 'axe', view: `print ${colorScheme}`, faults: await auditColours(page) },
      { check: 'white', view: `print ${colorScheme}`, faults: await page.evaluate(() => look.white()) },
    );
  }
  results.push({ check: 'cut', view: 'print', faults: await page.evaluate((wide) => look.width(wide, true), width) });
  results.push({ check: 'type', view: 'print', faults: await page.evaluate((least) => look.small(least), sheet.type ?? 0) });
  results.push({ check: 'paper', view: 'A4', faults: await inspectPrint(page, sheet, mark, folder) });
  return results;
}

async function alone(page) {
  return [...page.stray, ...await page.evaluate(() => look.alone())];
}

// A worker's examiner: its two tabs serve page after page.
export async function examiner(browser, folder) {
  const wide = await tab(browser, false), phone = await tab(browser, true);
  const [laptop, tablet, mobile] = screens;
  return async (sheet) => {
    const painted = new Set();
    await open(wide, sheet, laptop, painted);
    await open(phone, sheet, mobile, painted);
    return [
      { check: 'alone', view: 'source', faults: await alone(wide) },
      { check: 'head', view: 'source', faults: await head(wide, sheet) },
      ...await onScreen(phone, sheet, mobile),
      ...await onScreen(wide, sheet, laptop),
      ...await onScreen(wide, sheet, tablet),
      ...await onPaper(wide, sheet, folder),
    ];
  };
}
