import type { PDFDocumentLoadingTask, RenderTask } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Sharp on a dense screen, bounded in memory. */
const MOST_PIXEL_RATIO = 2;

/** pdf.js is large: loaded with the first page that is shown. */
const library = () =>
  import('pdfjs-dist/legacy/build/pdf.mjs').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
    return pdfjs;
  });

export interface Drawing {
  /** Resolves when drawn or cancelled; rejects when the PDF cannot be read. */
  done: Promise<void>;
  cancel: () => void;
}

/** Draws a page of a PDF as wide as `cssWidth`. */
export function drawPage(
  canvas: HTMLCanvasElement,
  pdfBase64: string,
  page: number,
  cssWidth: number,
): Drawing {
  let cancelled = false;
  let loading: PDFDocumentLoadingTask | undefined;
  let rendering: RenderTask | undefined;

  const draw = async () => {
    const pdfjs = await library();
    if (cancelled) return;
    // The content security policy allows neither eval nor data: fonts.
    loading = pdfjs.getDocument({
      data: Uint8Array.from(atob(pdfBase64), (letter) => letter.charCodeAt(0)),
      disableFontFace: true,
      isEvalSupported: false,
      useSystemFonts: false,
    });
    const sheet = await (await loading.promise).getPage(page + 1);
    if (cancelled) return;
    const ratio = Math.min(window.devicePixelRatio, MOST_PIXEL_RATIO);
    const natural = sheet.getViewport({ scale: 1 });
    const viewport = sheet.getViewport({ scale: (cssWidth * ratio) / natural.width });
    // Painted aside, so that the old page stays until the new one is there.
    const aside = document.createElement('canvas');
    aside.width = Math.round(viewport.width);
    aside.height = Math.round(viewport.height);
    rendering = sheet.render({ canvas: aside, viewport });
    await rendering.promise;
    if (cancelled) return;
    canvas.width = aside.width;
    canvas.height = aside.height;
    canvas.getContext('2d')?.drawImage(aside, 0, 0);
  };

  return {
    done: draw()
      .catch((thrown) => {
        if (!cancelled) throw thrown;
      })
      .finally(() => void loading?.destroy()),
    cancel: () => {
      cancelled = true;
      rendering?.cancel();
    },
  };
}
