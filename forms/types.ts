/** Form.io JSON, the subset we render and validate; scripts of any kind are refused at load. */

export interface FormOption {
  readonly label: string;
  readonly value: string;
}
/** Condition without script: Form.io "simple conditional" (`show`, `when`, `eq`) and its `conditions` list form. */
export interface FormCondition {
  readonly show: boolean;
  readonly conjunction: 'all' | 'any';
  readonly conditions: readonly {
    readonly component: string;
    readonly operator: 'isEqual' | 'isNotEqual' | 'isEmpty' | 'isNotEmpty';
    readonly value?: unknown;
  }[];
}
export interface FieldRules {
  readonly required: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly patternMessage?: string;
  readonly min?: number;
  readonly max?: number;
  /** number: no fraction. */
  readonly integer?: boolean;
  /** text: letters are changed to this case on cleaning. */
  readonly case?: 'upper' | 'lower';
  /** For dates, `yyyy-MM-dd` or `today`. */
  readonly minDate?: string;
  readonly maxDate?: string;
}
export type FieldType =
  | 'textfield'
  | 'textarea'
  | 'number'
  | 'email'
  | 'phoneNumber'
  | 'date'
  | 'select'
  | 'radio'
  | 'checkbox'
  | 'selectboxes'
  | 'file'
  | 'address'
  | 'citizenId';
/** A data-carrying component. `path` is its dotted place in the data (containers give the prefix). */
export interface Field {
  readonly kind: 'field';
  readonly type: FieldType;
  readonly key: string;
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly rules: FieldRules;
  readonly options: readonly FormOption[];
  readonly condition?: FormCondition;
  /** file: national component code (properties.componentCode), allowed patterns, most bytes. */
  readonly file?: {
    readonly componentCode?: string;
    readonly accept: readonly string[];
    readonly maxBytes: number;
    readonly multiple: boolean;
  };
  readonly width?: 'short' | 'medium' | 'full';
  readonly autocomplete?: string;
  readonly readOnly: boolean;
  readonly defaultValue?: unknown;
  /** textfield: a person's name. date: the year alone or month and year will do. */
  readonly format?: 'personName' | 'partialDate';
  /** date: one box instead of three. */
  readonly input?: 'text';
  /** Unit shown behind the box, e.g. `đ`, `bản`. */
  readonly suffix?: string;
  /** citizenId: paths of the fields it must agree with. */
  readonly agreesWith?: { readonly birthDate?: string; readonly sex?: string };
}
interface Section {
  readonly kind: 'section';
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
  readonly children: readonly FormNode[];
  readonly condition?: FormCondition;
}
/** datagrid: repeated rows. */
export interface Repeat {
  readonly kind: 'repeat';
  readonly key: string;
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly children: readonly FormNode[];
  readonly minRows: number;
  readonly maxRows: number;
  readonly condition?: FormCondition;
}
/** Static text; HTML of the schema is reduced to plain paragraphs. */
interface Note {
  readonly kind: 'note';
  readonly key: string;
  readonly text: string;
  readonly condition?: FormCondition;
}
export type FormNode = Field | Section | Repeat | Note;
export interface FormPage {
  readonly key: string;
  readonly title: string;
  readonly hint?: string;
  readonly nodes: readonly FormNode[];
  readonly condition?: FormCondition;
}
export interface Form {
  readonly key: string;
  readonly title: string;
  /** One page for a plain form, several for `display: wizard`. */
  readonly pages: readonly FormPage[];
}
export interface FormProblem {
  readonly path: string;
  readonly message: { vi: string; en: string };
}
/** A file already stored; what the data holds under a file field (always an array). */
export interface FileRef {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mime: string;
}
export type FormData = Readonly<Record<string, unknown>>;
export interface FieldError {
  /** Path of the field with row indexes, e.g. `mother.fullName`, `members.0.name`. */
  readonly path: string;
  readonly label: string;
  readonly message: string;
}
export type Locale = 'vi' | 'en';
/** What an `address` field holds. Without a catalogue of places the codes are absent and the names are as typed. */
export interface Address {
  readonly province?: string;
  readonly provinceName?: string;
  readonly commune?: string;
  readonly communeName?: string;
  readonly detail?: string;
  /** One line for print: detail, commune, province. */
  readonly text?: string;
}
export interface Place {
  readonly code: string;
  readonly name: string;
}
/** Catalogue of places: data, given by the caller (two tiers since 01/7/2025). */
export interface Places {
  readonly provinces: readonly Place[];
  /** Communes by province code; a province that is not listed takes the commune as free text. */
  readonly communes: Readonly<Record<string, readonly Place[]>>;
  /** Province offered first. */
  readonly homeProvince?: string;
}
