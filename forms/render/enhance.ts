/** Help for forms in the browser, no library: conditional fields appear at once, long lists become type-aheads. Without it everything works too. */
import { typeAhead } from './type-ahead.ts';

interface Condition {
  readonly show: boolean;
  readonly conjunction: 'all' | 'any';
  readonly conditions: readonly {
    readonly component: string;
    readonly operator: string;
    readonly value?: unknown;
  }[];
}

/** Enhances every form below `root`; calling it again on the same elements does nothing. Returns a function that stops listening. */
export function enhanceForms(root: ParentNode): () => void {
  const stops = [...root.querySelectorAll('form')].map((form) => {
    const update = (): void => showConditional(form);
    form.addEventListener('change', update);
    update();
    for (const button of form.querySelectorAll<HTMLButtonElement>('[data-mc-places="here"]'))
      button.hidden = true;
    return () => form.removeEventListener('change', update);
  });
  for (const select of root.querySelectorAll<HTMLSelectElement>('select[data-mc-typeahead]'))
    typeAhead(select);
  return () => {
    for (const stop of stops) stop();
  };
}

/** Twice over the page at most per level: a field that disappears counts as empty for those that depend on it. */
function showConditional(form: HTMLFormElement): void {
  const wrappers = [...form.querySelectorAll<HTMLElement>('[data-mc-when]')];
  for (let round = 0; round <= wrappers.length; round += 1) {
    let changed = false;
    for (const wrapper of wrappers) {
      const condition = JSON.parse(wrapper.dataset.mcWhen ?? '{}') as Condition;
      // Fields of other pages are not here: what the server decided stands.
      if (!condition.conditions.every((part) => isOnPage(form, part.component))) continue;
      const verdicts = condition.conditions.map((part) =>
        meets(part.operator, values(form, part.component), part.value),
      );
      const met = condition.conjunction === 'any' ? verdicts.some(Boolean) : verdicts.every(Boolean);
      const hidden = met !== condition.show;
      if (wrapper.hidden !== hidden) {
        wrapper.hidden = hidden;
        changed = true;
      }
    }
    if (!changed) return;
  }
}

function controls(form: HTMLFormElement, path: string): Element[] {
  return [...form.elements].filter((element) => {
    const name = element.getAttribute('name') ?? '';
    return name === path || name.startsWith(`${path}.`);
  });
}

const isOnPage = (form: HTMLFormElement, path: string): boolean => controls(form, path).length > 0;

/** Entered values: options of boxes by name, everything else by value; nothing from hidden fields. */
function values(form: HTMLFormElement, path: string): string[] {
  return controls(form, path).flatMap((element) => {
    if (element.closest('[data-mc-when][hidden]') !== null) return [];
    if (element instanceof HTMLInputElement) {
      if (element.type === 'hidden') return element.name.endsWith('.id') ? [element.value] : [];
      if (element.type === 'radio') return element.checked ? [element.value] : [];
      if (element.type === 'checkbox')
        return element.checked ? [element.name === path ? 'true' : element.name.slice(path.length + 1)] : [];
      return element.value.trim() === '' ? [] : [element.value.trim()];
    }
    if (element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement)
      return element.value === '' ? [] : [element.value];
    return [];
  });
}

function meets(operator: string, entered: readonly string[], wanted: unknown): boolean {
  const equal =
    entered.length === 0
      ? wanted === '' || wanted === 'false' || wanted === false
      : entered.includes(String(wanted));
  if (operator === 'isEqual') return equal;
  if (operator === 'isNotEqual') return !equal;
  return operator === 'isEmpty' ? entered.length === 0 : entered.length > 0;
}
