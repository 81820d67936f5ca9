/** Command palette and list of keys, on react-aria-components. */
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  Header,
  Heading,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useLocation, useNavigate } from 'react-router';
import { plain } from '../../../../forms/render/type-ahead.ts';
import { staff } from '../../i18n/staff.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { inboxHref, scopes } from '../inbox-query.ts';
import type { Person } from './frame.tsx';

interface Command {
  readonly id: string;
  readonly label: string;
  readonly run: () => void;
}

export function Palette({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useT(staff);
  const [typed, setTyped] = useState('');
  const places = usePlaces(person);
  const acts = pageActs();
  const run = (command: Command): void => {
    onClose();
    // After the dialog has given the focus back.
    setTimeout(command.run, 0);
  };
  const navigate = useNavigate();
  const search: Command = {
    id: 'search',
    label: t('palette.search', { search: typed.trim() }),
    run: () => void navigate(`/can-bo/tim?tim=${encodeURIComponent(typed.trim())}`),
  };
  return (
    <ModalOverlay
      className="sf-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Modal className="sf-palette">
        <Dialog className="sf-dialog" aria-label={t('commands')}>
          <Autocomplete
            inputValue={typed}
            onInputChange={setTyped}
            filter={(text, input) => text.startsWith('\u200b') || plain(text).includes(plain(input))}
          >
            <SearchField autoFocus className="sf-palette__field" aria-label={t('commands')}>
              <Input className="sf-palette__input" placeholder={t('palettePlaceholder')} />
            </SearchField>
            <Menu
              className="sf-palette__menu"
              aria-label={t('commands')}
              renderEmptyState={() => <p className="sf-palette__none">{t('paletteNone')}</p>}
            >
              {acts.length > 0 ? <Section title={t('palette.do')} commands={acts} run={run} /> : null}
              <Section title={t('palette.go')} commands={places} run={run} />
              {typed.trim() === '' ? null : (
                <MenuItem
                  className="sf-palette__item"
                  textValue={`\u200b${search.label}`}
                  onAction={() => run(search)}
                >
                  {search.label}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Section({
  title,
  commands,
  run,
}: {
  title: string;
  commands: readonly Command[];
  run: (command: Command) => void;
}) {
  return (
    <MenuSection className="sf-palette__section">
      <Header className="sf-palette__header">{title}</Header>
      {commands.map((command) => (
        <MenuItem
          key={command.id}
          id={command.id}
          className="sf-palette__item"
          textValue={command.label}
          onAction={() => run(command)}
        >
          {command.label}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function usePlaces(person: Person): readonly Command[] {
  const t = useT(staff);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const other = useLocale() === 'vi' ? 'en' : 'vi';
  const go = (id: string, label: string, href: string): Command => ({
    id,
    label,
    run: () => void navigate(href),
  });
  return [
    ...(person.mayWork
      ? [
          ...scopes.map((scope) => go(scope, `${t('inbox')}: ${t(`scope.${scope}`)}`, inboxHref({ scope }))),
          go('late', `${t('inbox')}: ${t('due.late')}`, inboxHref({ scope: 'unit', due: 'late' })),
          go('dashboard', t('dashboard'), '/can-bo/bang'),
        ]
      : []),
    ...(person.mayEnter ? [go('counter', t('counter'), '/can-bo/nhap')] : []),
    ...(person.mayOperate ? [go('operations', t('operations'), '/can-bo/van-hanh')] : []),
    {
      id: 'language',
      label: t('palette.language'),
      run: () =>
        window.location.assign(`/ngon-ngu?sang=${other}&ve=${encodeURIComponent(pathname + search)}`),
    },
  ];
}

/** Buttons of the open task that act: the palette leads to them, the consequence is read before pressing. */
function pageActs(): readonly Command[] {
  return [...document.querySelectorAll<HTMLElement>('.sf-choice__name, [data-key="c"]')].map(
    (element, index) => ({
      id: `act-${index}`,
      label: (element.firstChild?.textContent ?? '').trim(),
      run: () => {
        const details = element.closest('details');
        if (details) details.open = true;
        element.focus();
        element.scrollIntoView({ block: 'center' });
      },
    }),
  );
}

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useT(staff);
  const keys = [
    ['J K', 'key.next'],
    ['Enter', 'key.open'],
    ['Esc', 'key.back'],
    ['C', 'key.claim'],
    ['D', 'key.act'],
    ['/', 'key.search'],
    ['Ctrl K', 'key.palette'],
    ['?', 'key.help'],
  ] as const;
  return (
    <ModalOverlay
      className="sf-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Modal className="sf-palette">
        <Dialog className="sf-dialog sf-dialog--keys">
          <Heading slot="title" className="sf-dialog__title">
            {t('shortcuts')}
          </Heading>
          <dl className="sf-keylist">
            {keys.map(([key, words]) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map((one) => (
                    <kbd key={one} className="sf-kbd">
                      {one}
                    </kbd>
                  ))}
                </dt>
                <dd>{t(words)}</dd>
              </div>
            ))}
          </dl>
          <Button className="sf-button sf-button--quiet" onPress={onClose} autoFocus>
            {t('close')}
          </Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
