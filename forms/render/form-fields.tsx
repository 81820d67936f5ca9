/** The nodes of a page as HTML that works without any script. Styles: forms.css. */
import type { ReactNode } from 'react';
import { getPath } from '../paths.ts';
import { showValue } from '../summary.ts';
import type { Field, FieldError, FormData, FormNode, Locale, Repeat } from '../types.ts';
import { concretePath, isVisible, rowsAt } from '../walk.ts';
import { AddressInput } from './address.tsx';
import { conditionAttribute, errorAt, fieldId, type RenderContext, type RenderOptions } from './context.ts';
import { FileInput } from './files.tsx';
import { type ControlProps, ErrorText } from './frame.tsx';
import { Boxes, DateInput, Radios, Select, TextArea, TextBox, Tick } from './inputs.tsx';
import { word } from './words.ts';

export interface FormFieldsProps {
  readonly nodes: readonly FormNode[];
  /** As entered; wrong values are shown again as typed. */
  readonly data: FormData;
  readonly errors?: readonly FieldError[];
  readonly locale: Locale;
  readonly ctx?: RenderOptions;
}

/** Fields of a page. The caller brings `<form method="post" encType="multipart/form-data" noValidate>`, CSRF and buttons. */
export function FormFields({ nodes, data, errors = [], locale, ctx = {} }: FormFieldsProps) {
  return <Nodes nodes={nodes} ctx={{ ...ctx, data, errors, locale, row: undefined }} level={2} />;
}

function Nodes({ nodes, ctx, level }: { nodes: readonly FormNode[]; ctx: RenderContext; level: number }) {
  return nodes.map((node) => (
    <When key={node.key} node={node} ctx={ctx}>
      <Node node={node} ctx={ctx} level={level} />
    </When>
  ));
}

/** Nodes with a condition are always in the page, hidden by attribute, so that the script can show them at once. */
function When({ node, ctx, children }: { node: FormNode; ctx: RenderContext; children: ReactNode }) {
  if (node.condition === undefined) return children;
  return (
    <div
      className="mc-when"
      data-mc-when={conditionAttribute(node.condition, ctx)}
      hidden={!isVisible(node, ctx.data, ctx.row)}
    >
      {children}
    </div>
  );
}

function Node({ node, ctx, level }: { node: FormNode; ctx: RenderContext; level: number }) {
  switch (node.kind) {
    case 'note':
      return (
        <div className="mc-form-note">
          {node.text.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      );
    case 'section':
      return (
        <section className="mc-section">
          {node.title === '' ? null : <Heading level={level}>{node.title}</Heading>}
          {node.hint === undefined ? null : <p className="mc-hint">{node.hint}</p>}
          <Nodes nodes={node.children} ctx={ctx} level={node.title === '' ? level : level + 1} />
        </section>
      );
    case 'repeat':
      return <Rows repeat={node} ctx={ctx} level={level} />;
    case 'field': {
      const path = concretePath(node.path, ctx.row);
      if (node.readOnly) return <Shown field={node} path={path} ctx={ctx} />;
      const Control = CONTROLS[node.type];
      return <Control field={node} path={path} ctx={ctx} />;
    }
  }
}

const CONTROLS: Readonly<Record<Field['type'], (props: ControlProps) => ReactNode>> = {
  textfield: TextBox,
  email: TextBox,
  phoneNumber: TextBox,
  citizenId: TextBox,
  number: TextBox,
  textarea: TextArea,
  date: DateInput,
  select: Select,
  radio: Radios,
  checkbox: Tick,
  selectboxes: Boxes,
  file: FileInput,
  address: AddressInput,
};

function Heading({ level, children }: { level: number; children: ReactNode }) {
  const Tag = level <= 2 ? 'h2' : level === 3 ? 'h3' : 'h4';
  return <Tag className="mc-section__title">{children}</Tag>;
}

/** A read-only field is text, never an input: what it holds is not taken from the browser. */
function Shown({ field, path, ctx }: ControlProps) {
  return (
    <div className="mc-field">
      <p className="mc-label">{field.label}</p>
      <p className="mc-value">
        {showValue(field, getPath(ctx.data, path), ctx.locale) || word(ctx.locale, 'empty')}
      </p>
    </div>
  );
}

function Rows({ repeat, ctx, level }: { repeat: Repeat; ctx: RenderContext; level: number }) {
  const id = fieldId(repeat.path);
  const count = Math.min(Math.max(rowsAt(ctx.data, repeat).length, repeat.minRows), repeat.maxRows);
  const error = errorAt(ctx, repeat.path);
  const { locale } = ctx;
  return (
    <section
      className={error === undefined ? 'mc-rows' : 'mc-rows mc-field--error'}
      id={id}
      tabIndex={-1}
      aria-label={repeat.label}
    >
      <Heading level={level}>{repeat.label}</Heading>
      {repeat.hint === undefined ? null : <p className="mc-hint">{repeat.hint}</p>}
      {error === undefined ? null : (
        <ErrorText id={`${id}-error`} locale={locale}>
          {error}
        </ErrorText>
      )}
      <input type="hidden" name={`${repeat.path}._rows`} value={count} />
      {count === 0 ? <p className="mc-rows__none">{word(locale, 'noRows')}</p> : null}
      {Array.from({ length: count }, (_, index) => (
        // Rows have no identity of their own besides their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <fieldset key={index} className="mc-rows__row">
          <legend className="mc-rows__legend">{`${repeat.label} ${index + 1}`}</legend>
          <Nodes
            nodes={repeat.children}
            ctx={{
              ...ctx,
              row: { repeat: repeat.path, at: `${repeat.path}.${index}`, index, label: repeat.label },
            }}
            level={level + 1}
          />
          {count > repeat.minRows ? (
            <button
              className="mc-linklike"
              type="submit"
              name="_op"
              value={`remove:${repeat.path}.${index}`}
              formNoValidate
            >
              {word(locale, 'removeRow')}
              <span className="mc-hidden">{` ${repeat.label} ${index + 1}`}</span>
            </button>
          ) : null}
        </fieldset>
      ))}
      {count < repeat.maxRows ? (
        <button
          className="mc-button mc-button--quiet"
          type="submit"
          name="_op"
          value={`add:${repeat.path}`}
          formNoValidate
        >
          {word(locale, 'addRow')}
          <span className="mc-hidden"> {repeat.label}</span>
        </button>
      ) : null}
    </section>
  );
}
