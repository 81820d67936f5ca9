/** Moves the focus to the error summary, so that screen readers begin there. */
export function focusErrorSummary(): void {
  document.querySelector<HTMLElement>('[data-error-summary]')?.focus();
}
