/** Rules on input and output mappings. */
import { attribute, extensions, zeebeChildren } from '../model.ts';
import type { Report } from '../report.ts';
import { checkExpression, checkSource } from '../source.ts';
import type { XmlElement } from '../xml.ts';

const PATH = /^[a-zA-Z_][a-zA-Z0-9_]*(\.[a-zA-Z_][a-zA-Z0-9_]*)*$/;
const RESERVED = [
  'null',
  'true',
  'false',
  'function',
  'if',
  'then',
  'else',
  'for',
  'between',
  'instance',
  'of',
];

export function checkMappings(report: Report, element: XmlElement): void {
  const [mapping, second] = extensions(element, 'ioMapping');
  if (second) report.add(element, "Must have at most one 'zeebe:ioMapping' extension element");
  for (const input of zeebeChildren(mapping, 'input')) {
    checkSource(report, input, attribute(input, 'source'), true);
    checkTarget(report, input);
  }
  for (const output of zeebeChildren(mapping, 'output')) {
    checkExpression(report, output, attribute(output, 'source'));
    checkTarget(report, output);
  }
}

function checkTarget(report: Report, mapping: XmlElement): void {
  const target = attribute(mapping, 'target') ?? '';
  if (target === '') report.addValue(mapping, 'Expected path expression but not found.');
  else if (!PATH.test(target)) {
    report.addValue(
      mapping,
      `Expected path expression '${target}' but doesn't match the pattern '[a-zA-Z_][a-zA-Z0-9_]*(\\.[a-zA-Z_][a-zA-Z0-9_]*)*'.`,
    );
  } else if (RESERVED.includes(target)) {
    report.addValue(
      mapping,
      `Expected path expression '${target}' but is one of the reserved words (${RESERVED.join(', ')}).`,
    );
  }
}
