/** Functions that Zeebe adds to FEEL. */
import { intValue, isNumber } from '../number.ts';
import { javaText } from '../temporal/format.ts';
import { display, failure, isTemporal, type Value } from '../values.ts';
import { type BuiltinTable, builtin } from './builtin.ts';

const interval = (value: Value): string | undefined =>
  isTemporal(value) && (value.kind === 'duration' || value.kind === 'period') ? javaText(value) : undefined;

/** Repeating interval of a timer, e.g. `cycle(3, duration("P1D"))` is `R3/PT24H`. */
export const zeebeFunctions: BuiltinTable = {
  cycle: [
    builtin(['interval'], (every = null) => {
      const text = interval(every);
      if (text !== undefined) return `R/${text}`;
      return failure(
        `cycle function expected an interval (duration) parameter, but found '${display(every)}'`,
      );
    }),
    builtin(['repetitions', 'interval'], (repetitions = null, every = null) => {
      const text = interval(every);
      if (text !== undefined && repetitions === null) return `R/${text}`;
      if (text !== undefined && isNumber(repetitions)) return `R${intValue(repetitions)}/${text}`;
      return failure(
        `cycle function expected a repetitions (number) and an interval (duration) parameter, but found '${display(repetitions)}' and '${display(every)}'`,
      );
    }),
  ],
};
