/** Rules on timers; static texts are read at deployment (zeebe.md 3.10). */
import { compile } from '../../feel/index.ts';
import { evaluateTimer } from '../../timers/due.ts';
import { bpmnChildren, isBpmn } from '../model.ts';
import type { Report } from '../report.ts';
import { checkSource, isExpression, sourceOf } from '../source.ts';
import type { XmlElement } from '../xml.ts';

const TIMER_KINDS = { timeDuration: 'duration', timeDate: 'date', timeCycle: 'cycle' } as const;

/** Kind and trimmed text of a timer definition. */
export function timerText(
  definition: XmlElement,
): { kind: 'duration' | 'date' | 'cycle'; text: string } | undefined {
  const [child] = bpmnChildren(definition, ...Object.keys(TIMER_KINDS));
  return child && { kind: TIMER_KINDS[child.name as keyof typeof TIMER_KINDS], text: child.text.trim() };
}

/** Timers of a process's own start events are due at deployment: their expressions see no variables. */
const isProcessStart = (event: XmlElement): boolean =>
  isBpmn(event, 'startEvent') && event.parent !== undefined && isBpmn(event.parent, 'process');

export function checkTimer(report: Report, definition: XmlElement): void {
  const timer = timerText(definition);
  if (!timer) {
    report.add(definition, 'Must be exactly one type of timer: timeDuration, timeDate or timeCycle');
    return;
  }
  checkSource(report, definition, timer.text, false);
  const event = definition.parent;
  if (!event || isBpmn(event, 'intermediateThrowEvent', 'endEvent')) return;
  if (isBpmn(event, 'intermediateCatchEvent') && timer.kind === 'cycle') return;
  if (isExpression(timer.text) && !(isProcessStart(event) && compile(timer.text.slice(1)).ok)) return;
  const result = evaluateTimer(
    { type: 'timer', timer: timer.kind, value: sourceOf(timer.text) },
    { element: undefined, now: 0 },
  );
  if (!result.ok)
    report.addValue(event, `Invalid timer ${timer.kind} expression (${result.failure.message})`);
}
