import { BurstDetector } from './burst';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Listens for a scanner wherever the focus is. The digits also land in whatever
 * field has the focus; they are taken out again when they prove to be a scan.
 * A dialog that asks for something is not left by a scan: `onRefused` says so.
 */
export function listenForScans(
  onScan: (digits: string) => void,
  onRefused: () => void,
): () => void {
  const detector = new BurstDetector();
  let field: Field | null = null;
  let before = '';

  function onKeydown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const digits = detector.press(event.key, event.timeStamp);
    if (digits === null) {
      if (detector.length === 1) remember(event.target);
      return;
    }
    // Enter ends the scan and must not press a button or submit a form as well.
    event.preventDefault();
    event.stopImmediatePropagation();
    restore();
    if (document.querySelector('dialog[open]:not([data-yields])')) onRefused();
    else onScan(digits);
  }

  function remember(target: EventTarget | null) {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    field = isField ? target : null;
    before = field?.value ?? '';
  }

  function restore() {
    if (!field || field.value === before) return;
    field.value = before;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  window.addEventListener('keydown', onKeydown, { capture: true });
  return () => window.removeEventListener('keydown', onKeydown, { capture: true });
}
