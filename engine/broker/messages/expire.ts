/** Messages whose time to live is over. */
import { type Command, done, type Empty } from '../commands/command.ts';
import type { Key } from '../state/model.ts';
import { remove } from '../state/rows.ts';

export const expireMessageCommand = (key: Key): Command<Empty> => ({
  intent: 'EXPIRE',
  process(engine) {
    const message = engine.state.messages.get(key);
    if (message && message.deadline <= engine.now()) remove(engine.state, 'messages', message);
    return done;
  },
});
