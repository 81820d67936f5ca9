/** Counters, histograms and gauges in Prometheus' text format (version 0.0.4). */

export interface Counter {
  /** Adds to the cell of these label values; cells are made when first used. */
  add(by: number, ...values: readonly string[]): void;
}
export interface Histogram {
  observe(value: number): void;
}
/** What a gauge shows: one number, or one for each value of its label. */
export type Reading = number | Readonly<Record<string, number>>;

export interface Metrics {
  counter(name: string, help: string, ...labels: readonly string[]): Counter;
  histogram(name: string, help: string, bounds: readonly number[]): Histogram;
  /** Read when the figures are asked for; nothing is shown while there is nothing to read. */
  gauge(name: string, help: string, read: () => Reading | undefined, label?: string): void;
  /** All figures of this moment. */
  text(): string;
}

const PREFIX = 'motcua_broker_';
const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
const labelled = (names: readonly string[], values: readonly string[]): string =>
  names.length === 0
    ? ''
    : `{${names.map((name, index) => `${name}="${escaped(values[index] ?? '')}"`).join(',')}}`;

/** An empty set of figures; names get the prefix `motcua_broker_`. */
export function createMetrics(): Metrics {
  const families: (() => string[])[] = [];
  const family = (name: string, help: string, type: string, lines: (name: string) => string[]): void => {
    const full = `${PREFIX}${name}`;
    families.push(() => {
      const found = lines(full);
      return found.length === 0 ? [] : [`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`, ...found];
    });
  };
  return {
    counter(name, help, ...labels) {
      const cells = new Map<string, number>();
      family(name, help, 'counter', (full) =>
        [...cells].map(([key, value]) => `${full}${labelled(labels, key.split('\0'))} ${value}`),
      );
      return {
        add(by, ...values) {
          const key = values.length === 1 ? (values[0] as string) : values.join('\0');
          cells.set(key, (cells.get(key) ?? 0) + by);
        },
      };
    },
    histogram(name, help, bounds) {
      const counts = bounds.map(() => 0);
      let count = 0;
      let sum = 0;
      family(name, help, 'histogram', (full) => {
        let below = 0;
        const buckets = bounds.map((bound, index) => {
          below += counts[index] ?? 0;
          return `${full}_bucket{le="${bound}"} ${below}`;
        });
        return [
          ...buckets,
          `${full}_bucket{le="+Inf"} ${count}`,
          `${full}_sum ${sum}`,
          `${full}_count ${count}`,
        ];
      });
      return {
        observe(value) {
          count++;
          sum += value;
          const index = bounds.findIndex((bound) => value <= bound);
          if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
        },
      };
    },
    gauge(name, help, read, label) {
      family(name, help, 'gauge', (full) => {
        const reading = read();
        if (reading === undefined) return [];
        if (typeof reading === 'number') return [`${full} ${reading}`];
        return Object.entries(reading).map(
          ([value, number]) => `${full}${labelled([label ?? 'kind'], [value])} ${number}`,
        );
      });
    },
    text: () => `${families.flatMap((lines) => lines()).join('\n')}\n`,
  };
}
