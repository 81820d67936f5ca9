/** A template and the facts of a dossier make subject, text and HTML of one e-mail. */
import { type MailFacts, type MailKind, type MailText, mailFooter, mailTemplates } from './templates.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * Both languages in one mail, Vietnamese first, as officials and citizens share one address book.
 * @throws RangeError when the subject needs a fact that is missing: a mail without it would mislead
 */
export function renderMail(kind: MailKind, facts: MailFacts): RenderedMail {
  const { vi, en } = mailTemplates[kind];
  const subject = fill(vi.subject, values(facts, 'vi'));
  if (subject === undefined) throw new RangeError(`mail "${kind}": a fact of the subject is missing`);
  const vietnamese = block(vi, facts, 'vi');
  const english = block(en, facts, 'en');
  const text = [...plain(vietnamese, facts), '—', ...plain(english, facts)].join('\n\n');
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#f4f1ea;font-family:'Be Vietnam Pro',Arial,sans-serif;font-size:16px;line-height:1.55;color:#1b2733">
<div style="max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border-top:4px solid #1f3a5f;border-radius:6px">
${markup(vietnamese, facts)}
<div lang="en" style="margin-top:28px;padding-top:20px;border-top:1px solid #d8d3c7;color:#45525f;font-size:14px">
${markup(english, facts)}
</div></div></body></html>`;
  return { subject, text, html };
}

interface Block {
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly footer: string | undefined;
}

function block(template: MailText, facts: MailFacts, language: 'vi' | 'en'): Block {
  const given = values(facts, language);
  return {
    paragraphs: template.paragraphs
      .map((paragraph) => fill(paragraph, given))
      .filter((each) => each !== undefined),
    link: template.link,
    footer: fill(mailFooter[language], given),
  };
}

function plain({ paragraphs, link, footer }: Block, facts: MailFacts): readonly string[] {
  return [...paragraphs, `${link}: ${facts.trackingUrl}`, ...(footer ? [footer] : [])];
}

function markup({ paragraphs, link, footer }: Block, facts: MailFacts): string {
  const href = /^https?:\/\//.test(facts.trackingUrl) ? facts.trackingUrl : '';
  return [
    ...paragraphs.map((paragraph) => `<p style="margin:0 0 14px">${escapeHtml(paragraph)}</p>`),
    `<p style="margin:20px 0"><a href="${escapeHtml(href)}" style="color:#1f3a5f;font-weight:600">${escapeHtml(link)}</a></p>`,
    ...(footer ? [`<p style="margin:0;color:#56626e;font-size:14px">${escapeHtml(footer)}</p>`] : []),
  ].join('\n');
}

function values(facts: MailFacts, language: 'vi' | 'en'): Readonly<Record<string, string | undefined>> {
  return { ...facts, procedureName: facts.procedureName[language], unitName: facts.unitName[language] };
}

/** Undefined when a value is missing. */
function fill(template: string, given: Readonly<Record<string, string | undefined>>): string | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  if (names.some((name) => !given[name])) return undefined;
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
