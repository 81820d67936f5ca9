/** The structure that the XML schemas of DMN 1.1 to 1.5 have in common: children in order, attributes, unique ids. */
import type { XmlElement } from '../deploy/xml.ts';
import { isDmn } from './xml.ts';

/** The file does not follow the schema. */
export class SchemaFailure extends Error {}

interface Rule {
  readonly names: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
}
interface Content {
  readonly children: readonly Rule[];
  readonly attributes: ReadonlySet<string>;
  readonly required: readonly string[];
}

const GROUPS: Readonly<Record<string, string>> = {
  EXPRESSION:
    'literalExpression|decisionTable|context|list|relation|invocation|functionDefinition|conditional|filter|for|some|every',
  DRG: 'decision|businessKnowledgeModel|inputData|knowledgeSource|decisionService',
  ARTIFACT: 'textAnnotation|association|group',
  BUSINESS: 'performanceIndicator|organizationUnit',
};

const COUNTS: Readonly<Record<string, readonly [number, number]>> = {
  '?': [0, 1],
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
};

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** `a? b* c|d` */
const childRules = (text: string): Rule[] =>
  words(text).map((word) => {
    const suffix = word.at(-1) ?? '';
    const [least, most] = COUNTS[suffix] ?? [1, 1];
    const name = suffix in COUNTS ? word.slice(0, -1) : word;
    return { names: new Set((GROUPS[name] ?? name).split('|')), least, most };
  });

/** Content of an element; attributes that must be there end in `!`. */
function content(children: string, attributes = ''): Content {
  const names = words(`id label ${attributes}`);
  return {
    children: childRules(`description? extensionElements? ${children}`),
    attributes: new Set(names.map((name) => name.replace('!', ''))),
    required: names.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1)),
  };
}

const named = 'name!';
const item = content('', `${named} typeRef`);
const literal = content('text|importedValues?', 'typeRef expressionLanguage');
const tests = content('text', 'expressionLanguage typeRef');
const functionContent = content('formalParameter* EXPRESSION?', 'typeRef kind');
const itemDefinition = content(
  'typeRef? allowedValues? typeConstraint? itemComponent* functionItem?',
  `${named} typeLanguage isCollection`,
);
const part = content('EXPRESSION', 'typeRef');

const CONTENTS: Readonly<Record<string, Content>> = {
  definitions: content(
    'import* itemDefinition* DRG* ARTIFACT* elementCollection* BUSINESS* DMNDI?',
    `${named} namespace! expressionLanguage typeLanguage exporter exporterVersion`,
  ),
  import: content('', 'name! namespace! locationURI importType!'),
  itemDefinition,
  itemComponent: itemDefinition,
  decision: content(
    'question? allowedAnswers? variable? informationRequirement* knowledgeRequirement* authorityRequirement* supportedObjective* impactedPerformanceIndicator* decisionMaker* decisionOwner* usingProcess* usingTask* EXPRESSION?',
    named,
  ),
  businessKnowledgeModel: content(
    'variable? encapsulatedLogic? variable? knowledgeRequirement* authorityRequirement*',
    named,
  ),
  inputData: content('variable?', named),
  decisionService: content(
    'variable? outputDecision* encapsulatedDecision* inputDecision* inputData*',
    named,
  ),
  variable: item,
  formalParameter: item,
  parameter: item,
  column: item,
  informationRequirement: content('requiredDecision|requiredInput'),
  knowledgeRequirement: content('requiredKnowledge'),
  literalExpression: literal,
  inputExpression: literal,
  outputEntry: literal,
  defaultOutputEntry: literal,
  inputEntry: tests,
  inputValues: tests,
  outputValues: tests,
  decisionTable: content(
    'input* output+ annotation* rule*',
    'typeRef hitPolicy aggregation preferredOrientation outputLabel',
  ),
  input: content('inputExpression inputValues?'),
  output: content('outputValues? defaultOutputEntry?', 'name typeRef'),
  rule: content('inputEntry* outputEntry+ annotationEntry*'),
  context: content('contextEntry*', 'typeRef'),
  contextEntry: content('variable? EXPRESSION'),
  functionDefinition: functionContent,
  encapsulatedLogic: functionContent,
  invocation: content('EXPRESSION? binding*', 'typeRef'),
  binding: content('parameter EXPRESSION?'),
  list: content('EXPRESSION*', 'typeRef'),
  relation: content('column* row*', 'typeRef'),
  row: content('EXPRESSION*', 'typeRef'),
  conditional: content('if then else', 'typeRef'),
  filter: content('in match', 'typeRef'),
  for: content('in return', 'typeRef iteratorVariable!'),
  some: content('in satisfies', 'typeRef iteratorVariable!'),
  every: content('in satisfies', 'typeRef iteratorVariable!'),
  if: part,
  // biome-ignore lint/suspicious/noThenProperty: an element's name
  then: part,
  else: part,
  in: part,
  match: part,
  return: part,
  satisfies: part,
};

const ENUMS: Readonly<Record<string, Readonly<Record<string, ReadonlySet<string>>>>> = {
  decisionTable: {
    hitPolicy: new Set(['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER']),
    aggregation: new Set(['SUM', 'COUNT', 'MIN', 'MAX']),
  },
};

const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*$/u;

const fail = (element: XmlElement, reason: string): never => {
  throw new SchemaFailure(`line ${element.line}: ${element.name} ${reason}`);
};

const takes = (rule: Rule | undefined, name: string, count: number): boolean =>
  (rule?.names.has(name) ?? false) && count < (rule?.most ?? 0);

function checkChildren(element: XmlElement, rules: readonly Rule[]): void {
  let at = 0;
  let count = 0;
  const next = (): void => {
    const rule = rules[at];
    if (rule && count < rule.least) fail(element, `lacks ${[...rule.names].join(' or ')}`);
    at++;
    count = 0;
  };
  for (const { name } of element.children) {
    while (at < rules.length && !takes(rules[at], name, count)) next();
    if (at === rules.length) fail(element, `may not hold ${name} here`);
    count++;
  }
  while (at < rules.length) next();
}

function checkAttributes(element: XmlElement, { attributes, required }: Content): void {
  for (const [name, value] of element.attributes) {
    if (name.startsWith('{')) continue;
    if (!attributes.has(name)) fail(element, `has an unknown attribute ${name}`);
    const allowed = ENUMS[element.name]?.[name];
    if (allowed && !allowed.has(value)) fail(element, `has an unknown ${name} ${value}`);
  }
  for (const name of required)
    if (!element.attributes.has(name)) fail(element, `lacks the attribute ${name}`);
}

/** Checks the elements of the standard that matter for evaluation. @throws SchemaFailure */
export function checkSchema(root: XmlElement): void {
  if (!isDmn(root) || root.name !== 'definitions') fail(root, 'is no DMN model');
  const ids = new Set<string>();
  const visit = (element: XmlElement): void => {
    if (element.name === 'extensionElements' || !isDmn(element)) return;
    // its decisions and data are references, not definitions
    const parent = element.parent?.name;
    if (parent === 'decisionService' && element.name !== 'variable') return;
    const id = element.attributes.get('id');
    if (id !== undefined) {
      if (!NAME.test(id) || ids.has(id)) fail(element, `has an id that is no name or is taken: ${id}`);
      ids.add(id);
    }
    const expected = Object.hasOwn(CONTENTS, element.name) ? CONTENTS[element.name] : undefined;
    if (expected) {
      checkAttributes(element, expected);
      checkChildren(element, expected.children);
    }
    element.children.forEach(visit);
  };
  visit(root);
}
