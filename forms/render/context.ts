/** What the renderer needs besides nodes and data, and how paths become ids. */
import type { FieldError, FileRef, FormCondition, FormData, Locale, Places } from '../types.ts';
import { concretePath, type Row } from '../walk.ts';

export interface RenderOptions {
  /** Catalogue for address fields; without it provinces and communes are typed. */
  readonly places?: Places;
  /** Address of a stored file, to look at it; without it names are plain text. */
  readonly fileHref?: (ref: FileRef) => string;
}
export interface RenderContext extends RenderOptions {
  readonly data: FormData;
  readonly errors: readonly FieldError[];
  readonly locale: Locale;
  readonly row: Row | undefined;
}

/** Id of the first control of a field: where an error link leads. */
export const fieldId = (path: string): string => `f-${path.replace(/[^\w-]/g, '-')}`;

export const errorAt = (ctx: RenderContext, path: string): string | undefined =>
  ctx.errors.find((error) => error.path === path)?.message;

/** Condition with paths of this row, as the browser's script reads it. */
export const conditionAttribute = (condition: FormCondition, ctx: RenderContext): string =>
  JSON.stringify({
    ...condition,
    conditions: condition.conditions.map((part) => ({
      ...part,
      component: concretePath(part.component, ctx.row),
    })),
  });

/** Ids that describe a control, in reading order. */
export const describedBy = (...ids: readonly (string | false | undefined)[]): string | undefined => {
  const present = ids.filter((id) => typeof id === 'string');
  return present.length === 0 ? undefined : present.join(' ');
};
