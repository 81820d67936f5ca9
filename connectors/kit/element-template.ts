/** Element templates for the studio's canvas (Camunda's element-template format, zeebe binding), made from connector manifests. */
import type { z } from 'zod';
import { inputNames, inputPrefix, sourcePattern } from './binding.ts';
import type { ConnectorManifest } from './define.ts';

type Binding =
  | { readonly type: 'zeebe:taskDefinition'; readonly property: 'type' | 'retries' }
  | { readonly type: 'zeebe:taskHeader'; readonly key: string };
interface TemplateProperty {
  readonly id: string;
  readonly label?: string;
  readonly description?: string;
  readonly type: 'Hidden' | 'String';
  readonly value?: string;
  readonly optional?: boolean;
  readonly group?: string;
  readonly binding: Binding;
  readonly constraints?: {
    readonly notEmpty?: boolean;
    readonly pattern?: { readonly value: string; readonly message: string };
  };
}
export interface ElementTemplate {
  readonly $schema: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: number;
  readonly appliesTo: readonly string[];
  readonly elementType: { readonly value: string };
  readonly category: { readonly id: string; readonly name: string };
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  readonly properties: readonly TemplateProperty[];
}
interface FieldMeta {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

/** Where a template lies below the repository's root: one file per job type. */
export function templatePath(type: string): string {
  return `designer/element-templates/${type}.json`;
}

/** A default only where the manifest gives one that fits most procedures (its first example). */
export function elementTemplate(connector: ConnectorManifest): ElementTemplate {
  const fields = fieldMeta(connector.input);
  const inputs = [...inputNames(connector.input)].map(([name, required]): TemplateProperty => {
    const meta = fields[name] ?? {};
    const example = meta.examples?.[0];
    return {
      id: `input-${name}`,
      label: meta.title ?? name,
      ...(meta.description && { description: meta.description }),
      type: 'String',
      ...(required && typeof example === 'string' && { value: example }),
      optional: !required,
      group: 'input',
      binding: { type: 'zeebe:taskHeader', key: `${inputPrefix}${name}` },
      constraints: {
        ...(required && { notEmpty: true }),
        pattern: {
          value: sourcePattern,
          message: 'Đường dẫn data.…, facts.…, dossier.… hoặc =giá trị cố định',
        },
      },
    };
  });
  return {
    $schema: 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json',
    id: connector.type,
    name: connector.name.vi,
    description: `${connector.description.vi}. ${connector.description.en}.`,
    version: 1,
    appliesTo: ['bpmn:Task', 'bpmn:ServiceTask'],
    elementType: { value: 'bpmn:ServiceTask' },
    category: { id: 'motcua-connectors', name: 'Kết nối' },
    groups: [
      { id: 'input', label: 'Dữ liệu gửi đi' },
      { id: 'output', label: 'Kết quả' },
    ],
    properties: [
      {
        id: 'type',
        type: 'Hidden',
        value: connector.type,
        binding: { type: 'zeebe:taskDefinition', property: 'type' },
      },
      ...inputs,
      {
        id: 'result',
        label: 'Tên kết quả',
        description: `facts.<name>: ${[...inputNames(connector.output).keys()].join(', ')}`,
        type: 'String',
        value: connector.resultName,
        group: 'output',
        binding: { type: 'zeebe:taskHeader', key: 'result' },
        constraints: {
          notEmpty: true,
          pattern: {
            value: '^[a-z][A-Za-z0-9]*$',
            message: 'Chữ cái đầu thường, không dấu, không khoảng trắng',
          },
        },
      },
    ],
  };
}

function fieldMeta(schema: z.ZodType): Readonly<Record<string, FieldMeta>> {
  const shape: unknown = 'shape' in schema ? schema.shape : {};
  const fields = Object.entries((shape ?? {}) as Readonly<Record<string, z.ZodType>>);
  return Object.fromEntries(fields.map(([name, field]) => [name, (field.meta() ?? {}) as FieldMeta]));
}

/** As the repository's formatter prints it: arrays of plain texts on one line. */
export function printTemplate(template: ElementTemplate): string {
  const printed = JSON.stringify(template, null, 2);
  const inline = printed.replaceAll(
    /\[\n\s+("[^"\\]*"(?:,\n\s+"[^"\\]*")*)\n\s+\]/g,
    (_, items: string) => `[${items.replaceAll(/,\n\s+/g, ', ')}]`,
  );
  return `${inline}\n`;
}
