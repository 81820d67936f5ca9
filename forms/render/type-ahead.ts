/** A native select as a type-ahead (ARIA combobox with list box). The select stays in the form and keeps its value; diacritics are optional. */

/** Letters without diacritics, đ as d, lower case: what people type in a hurry. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Options that hold every typed word, those that begin with the text first. */
function matching<T extends { readonly label: string }>(options: readonly T[], typed: string): T[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const starts = (option: T): number => (plain(option.label).startsWith(plain(typed).trim()) ? 0 : 1);
  return options
    .filter((option) => words.every((word) => plain(option.label).includes(word)))
    .sort((a, b) => starts(a) - starts(b));
}

export function typeAhead(select: HTMLSelectElement): void {
  if (select.dataset.mcTypeahead === 'done') return;
  select.dataset.mcTypeahead = 'done';
  const options = [...select.options]
    .filter((option) => option.value !== '')
    .map((option) => ({ label: option.label, value: option.value }));
  const box = document.createElement('div');
  box.className = 'mc-combo';
  const input = document.createElement('input');
  const list = document.createElement('ul');
  const listId = `${select.id}-list`;
  input.type = 'text';
  input.className = select.className;
  input.autocomplete = 'off';
  input.value = select.selectedOptions[0]?.value === '' ? '' : (select.selectedOptions[0]?.label ?? '');
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name);
    if (value !== null) input.setAttribute(name, value);
  }
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-expanded', 'false'],
    ['aria-controls', listId],
    ['aria-autocomplete', 'list'],
  ] as const)
    input.setAttribute(name, value);
  list.id = listId;
  list.className = 'mc-combo__list';
  list.setAttribute('role', 'listbox');
  list.hidden = true;
  // The label and error links point at the id of the select: the box takes it over.
  input.id = select.id;
  select.removeAttribute('id');
  select.hidden = true;
  list.setAttribute(
    'aria-label',
    document.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent ?? '',
  );
  select.after(box);
  box.append(input, list);

  let shown: typeof options = [];
  let active = -1;
  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (next: number): void => {
    active = next;
    for (const [index, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(index === active));
    const item = list.children[active];
    if (item === undefined) return;
    input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  };
  const choose = (value: string): void => {
    select.value = value;
    input.value = select.selectedOptions[0]?.value === '' ? '' : (select.selectedOptions[0]?.label ?? '');
    close();
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const open = (typed: string): void => {
    shown = matching(options, typed);
    list.replaceChildren(
      ...shown.map((option, index) => {
        const item = document.createElement('li');
        item.id = `${listId}-${index}`;
        item.className = 'mc-combo__option';
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.textContent = option.label;
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          choose(option.value);
        });
        return item;
      }),
    );
    list.hidden = shown.length === 0;
    active = -1;
    input.setAttribute('aria-expanded', String(shown.length > 0));
  };
  input.addEventListener('input', () => open(input.value));
  input.addEventListener('click', () => open(''));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open('');
      const step = event.key === 'ArrowDown' ? 1 : -1;
      mark(
        active === -1 && step === -1
          ? shown.length - 1
          : (active + step + shown.length) % Math.max(1, shown.length),
      );
    } else if (event.key === 'Enter' && !list.hidden) {
      const option = shown[active] ?? (shown.length === 1 ? shown[0] : undefined);
      event.preventDefault();
      if (option !== undefined) choose(option.value);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener('blur', () => {
    // What stands in the box counts: an exact or only match is chosen, an empty box clears, anything else goes back.
    const exact = options.find((option) => plain(option.label) === plain(input.value.trim()));
    const only = shown.length === 1 && !list.hidden && input.value.trim() !== '' ? shown[0] : undefined;
    const next = input.value.trim() === '' ? '' : (exact ?? only)?.value;
    if (next !== undefined && next !== select.value) choose(next);
    else
      input.value = select.selectedOptions[0]?.value === '' ? '' : (select.selectedOptions[0]?.label ?? '');
    close();
  });
}
