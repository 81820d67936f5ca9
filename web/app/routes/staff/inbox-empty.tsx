/** The inbox without an open task: the list has the whole width. */
export default function InboxEmpty() {
  return null;
}
