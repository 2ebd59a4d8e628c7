// The journals of drills that went well, badly, by hand, and not to the end, and every page that is made of them.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const scenario = 'ex-employee-export';
const playbook = 'sme-ecommerce';
const golden = ['play', scenario, '--clock', 'stepped', '--seed', '1', '--answers', 'tests/golden/careful.answers'];

const drills = {
  best: ['play', scenario, '--auto', 'best', '--seed', '1'],
  worst: ['play', scenario, '--auto', 'worst', '--seed', '1', '--extended'],
  golden,
  notices: ['play', scenario, '--clock', 'stepped', '--seed', '2', '--answers', 'tests/notices.answers'],
  wrong: ['play', scenario, '--clock', 'stepped', '--seed', '2', '--answers', 'tests/notices/false.answers'],
};

// Lines of a journal chained anew: `prev` is the digest of the line before, its newline too.
function chained(lines) {
  let prev = null;
  return lines.map((line) => {
    const own = `${prev ? line.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${prev}"`) : line}\n`;
    prev = createHash('sha256').update(own).digest('hex');
    return own;
  }).join('');
}

function torn(journal, to) {
  const bytes = readFileSync(journal);
  const half = readFileSync(journal, 'utf8').split('\n').length >> 1;
  let end = -1;
  for (let line = 0; line < half; line++) end = bytes.indexOf('\n', end + 1);
  writeFileSync(to, bytes.subarray(0, end + 40));
}

function incident(journal, to) {
  const [start, ...turns] = readFileSync(journal, 'utf8').trimEnd().split('\n');
  writeFileSync(to, chained([start.replace('"mode":"exercise"', '"mode":"incident"'), ...turns]));
}

const reports = [
  // journal, language, audience, further arguments
  ['best', 'en', 'team'], ['best', 'zh', 'board'],
  ['worst', 'zh', 'team'], ['worst', 'en', 'board'],
  ['golden', 'en', 'team', '--names'], ['golden', 'zh', 'board'],
  ['torn', 'zh', 'team'], ['torn', 'en', 'board'],
  ['notices', 'en', 'team', '--names'], ['notices', 'zh', 'team'], ['notices', 'en', 'board'],
  ['wrong', 'en', 'team', '--names'], ['wrong', 'zh', 'team'], ['wrong', 'en', 'board'],
  ['incident', 'en', 'team'], ['incident', 'zh', 'board'],
];

function journals(drill72, folder) {
  const path = (name) => join(folder, `${name}.jsonl`);
  for (const [name, words] of Object.entries(drills)) drill72([...words, '--journal', path(name)]);
  torn(path('best'), path('torn'));
  incident(path('golden'), path('incident'));
  return path;
}

function* reported(drill72, folder) {
  const journal = journals(drill72, folder);
  for (const [from, lang, audience, ...more] of reports) {
    const name = ['report', from, lang, audience].join('-');
    const file = join(folder, `${name}.html`);
    if (!drill72(['report', journal(from), '--lang', lang, '--audience', audience, ...more, '-o', file])) continue;
    yield { name, file, lang, marked: from !== 'incident', drawing: audience === 'team', pages: [2, 40], annex: '#annex' };
  }
}

// One sheet for counsel, with four laws and ten facts, too.
function* briefs(drill72, folder) {
  const example = ['--facts', 'comms-templates/facts.example.yaml'];
  const from = { golden: [join(folder, 'golden.jsonl')], notices: [join(folder, 'notices.jsonl')],
    incident: [join(folder, 'incident.jsonl')], facts: example };
  for (const [name, source] of Object.entries(from)) {
    for (const lang of ['en', 'zh']) {
      const file = join(folder, `brief-${name}-${lang}.html`);
      if (!drill72(['brief', ...source, '--lang', lang, '-o', file])) continue;
      yield { name: `brief-${name}-${lang}`, file, lang, marked: name !== 'incident', drawing: false,
        pages: [1, 1], type: 8.5 };
    }
  }
}

function* kits(drill72, folder) {
  for (const lang of ['en', 'zh']) {
    const kit = join(folder, `kit-${lang}`);
    mkdirSync(kit);
    if (!drill72(['kit', scenario, '--lang', lang, '-o', kit])) continue;
    for (const sheet of readdirSync(kit).sort()) {
      yield { name: `kit-${lang}-${basename(sheet, '.html')}`, file: join(kit, sheet), lang, marked: true, drawing: false,
        pages: [1, 40] };
    }
  }
}

function* lists(drill72, folder) {
  for (const lang of ['en', 'zh']) {
    const file = join(folder, `msel-${lang}.html`);
    if (!drill72(['msel', scenario, '--extended', '--lang', lang, '-o', file])) continue;
    yield { name: `msel-${lang}`, file, lang, marked: true, drawing: false, pages: [3, 8], wide: true };
  }
}

// The shipped playbook with long names and numbers, and many more notices: more than two pages hold.
function grown(root, folder) {
  const file = join(folder, 'grown.yaml');
  const shipped = readFileSync(join(root, 'playbooks', `${playbook}.yaml`), 'utf8');
  const notices = Array.from({ length: 60 }, (_, i) =>
    `  - { notice: partner-notice, audience: readers of newsletter ${i}, languages: [en], approvers: [legal] }\n`);
  writeFileSync(file, shipped.replaceAll('Mei Lin', 'Alexandra Constantinopoulou-Fitzgerald')
    .replaceAll('"+65 5550 01', '"+65 6555 0100 at home, +65 9555 0100 on the move, in the office extension ').concat(...notices));
  return file;
}

// The shipped playbook as a team would fill it in: longer names, and customers in two countries more.
function adopted(root, folder) {
  const file = join(folder, 'adopted.yaml');
  const names = { 'Mei Lin': 'Mei Lin Constantin', Arif: 'Arif Abdurrahman', 'Wei Jie': 'Wei Jie Alexander',
    Farah: 'Farah Montgomery', Priya: 'Priya Ramasubram', 'Adeline Chua': 'Adeline Chua Fitzgerald',
    'Rohan Pillai': 'Rohan Pillai Balasubram', 'Grace Koh': 'Grace Koh Bernadette' };
  const shipped = readFileSync(join(root, 'playbooks', `${playbook}.yaml`), 'utf8');
  writeFileSync(file, Object.entries(names).reduce((text, [from, to]) => text.replaceAll(from, to), shipped)
    .replace('KR: 7010', 'KR: 7010, "NO": 800, GB: 950'));
  return file;
}

function* walls(drill72, root, folder) {
  const bigger = join(folder, 'wall-grown.html');
  if (drill72(['print', grown(root, folder), '-o', bigger])) {
    yield { name: 'wall-grown', file: bigger, lang: 'en', marked: false, drawing: false, pages: [3, 6] };
  }
  const held = { wall: playbook, 'wall-adopted': adopted(root, folder) };
  for (const [kind, from] of Object.entries(held)) {
    for (const lang of ['en', 'zh']) {
      const name = `${kind}-${lang}`;
      const file = join(folder, `${name}.html`);
      if (!drill72(['print', from, '--lang', lang, '-o', file])) continue;
      yield { name, file, lang, marked: false, drawing: false, pages: [2, 2] };
    }
  }
}

// A command that fails counts as a failed check, and its pages are left out.
export function make(program, root, folder, count) {
  const drill72 = (words) => {
    try {
      execFileSync(program, words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], timeout: 60000,
        env: { ...process.env, XDG_STATE_HOME: folder } });
      count(true);
      return true;
    } catch (error) {
      count(false, `drill72 ${words.join(' ')}: ${String(error.stderr || error.message).trim().split('\n')[0]}`);
      return false;
    }
  };
  return [...reported(drill72, folder), ...briefs(drill72, folder), ...kits(drill72, folder), ...lists(drill72, folder), ...walls(drill72, root, folder)];
}
