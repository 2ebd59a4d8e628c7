// Examines every page and prints a line for each check that failed; the last line is `N passed, N failed`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { examiner } from './examine.mjs';
import { make } from './pages.mjs';
import { plant } from './faults.mjs';
import { validate } from './valid.mjs';

const [program, root] = process.argv.slice(2).map((path) => resolve(path));
const folder = mkdtempSync(join(tmpdir(), 'drill72-'));
const tally = { passed: 0, failed: 0 };

function count(good, line) {
  tally[good ? 'passed' : 'failed']++;
  if (!good) console.log(`FAILED  ${line}`);
}

function tell(sheet, { check, view, faults }) {
  const more = faults.length > 3 ? `; and ${faults.length - 3} more` : '';
  count(!faults.length, `${sheet.name}  ${view}  ${check}: ${faults.slice(0, 3).join('; ')}${more}`);
}

// A planted fault is found when the check that is to find it, and no other than it names, complains.
function judge(sheet, results) {
  const found = [...new Set(results.filter(({ faults }) => faults.length).map(({ check }) => check))].sort();
  const wanted = sheet.fault.split(' ').sort();
  count(found.join(' ') === wanted.join(' ').trim(),
    `self-test: “${sheet.name}” is found by [${found}], should be by [${wanted}]`);
}

// Two at a time: one a core.
async function each(sheets, begin) {
  const queue = [...sheets.entries()];
  const done = [];
  const worker = async () => {
    const work = await begin();
    for (let next = queue.shift(); next; next = queue.shift()) done[next[0]] = await work(next[1]);
  };
  await Promise.all([worker(), worker()]);
  return done;
}

async function main() {
  const sheets = [...plant(folder), ...make(program, root, folder, count)];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
  const [seen, markup] = await Promise.all([
    each(sheets, () => examiner(browser, folder)),
    validate(sheets),
  ]);
  await browser.close();
  sheets.forEach((sheet, i) => {
    const results = [...seen[i], { check: 'markup', view: 'source', faults: markup.get(sheet.file) }];
    if ('fault' in sheet) judge(sheet, results);
    else results.forEach((result) => tell(sheet, result));
  });
}

try {
  await main();
} catch (error) {
  count(false, `the checks broke off: ${error.stack}`);
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed || !tally.passed ? 1 : 0);
