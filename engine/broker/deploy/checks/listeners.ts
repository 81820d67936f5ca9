/** Rules on execution listeners, which only service tasks may have. */
import { attribute, extensions, isBpmn, zeebeChildren } from '../model.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import { SchemaFailure } from './document.ts';

export function checkListeners(report: Report, element: XmlElement): void {
  for (const holder of extensions(element, 'executionListeners')) {
    const listeners = zeebeChildren(holder, 'executionListener');
    if (listeners.length === 0) continue;
    if (!isBpmn(element, 'serviceTask')) {
      report.add(
        holder,
        `Execution listeners are not supported for the '${element.name}' element. Currently, only [serviceTask] elements can have execution listeners.`,
      );
    }
    for (const listener of listeners) {
      const event = attribute(listener, 'eventType') ?? '';
      if (!['', 'start', 'end'].includes(event)) {
        throw new SchemaFailure(
          `No enum constant io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListenerEventType.${event}`,
        );
      }
      for (const name of ['eventType', 'type']) {
        if ((attribute(listener, name) ?? '') === '') {
          report.add(listener, `Attribute '${name}' must be present and not empty`);
        }
      }
    }
    checkRepetition(report, holder, listeners);
  }
}

function checkRepetition(report: Report, holder: XmlElement, listeners: readonly XmlElement[]): void {
  const counts = new Map<string, number>();
  for (const listener of listeners) {
    const key = `eventType[${attribute(listener, 'eventType') ?? ''}] and type[${attribute(listener, 'type') ?? ''}]`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const [key, count] of counts) {
    if (count > 1) {
      report.add(holder, `Found '${count}' duplicates based on ${key}, these combinations should be unique.`);
    }
  }
}
