// The Nu Html Checker over all pages at once: a map from file to what it finds wrong.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
// SVG 2 lets styles set these; the checker knows them as attributes only.
const ofDrawings = /^CSS: “(rx|vector-effect)”: Property “\1” doesn't exist/;

export async function validate(sheets) {
  const found = new Map(sheets.map(({ file }) => [file, []]));
  const { stderr } = await promisify(execFile)('java',
    ['-jar', jar, '--format', 'json', '--exit-zero-always', ...found.keys()], { maxBuffer: 1 << 28 });
  for (const { type, url, lastLine, lastColumn, message } of JSON.parse(stderr).messages) {
    if (type !== 'info' && !ofDrawings.test(message)) found.get(fileURLToPath(url)).push(`${lastLine}:${lastColumn} ${message}`);
  }
  return found;
}
