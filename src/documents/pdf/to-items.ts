import { z } from 'zod';

/** A piece of text on a page: its baseline's left end, its size in points, and whether it lies level. */
export type PdfItem = {
  text: string;
  x: number;
  /** From the lower edge of the page as it is shown. */
  y: number;
  width: number;
  fontSize: number;
  isLevel: boolean;
};

/** The page as it is shown: turned by its /Rotate and cut to its /CropBox. */
export type PageView = { transform: readonly number[]; height: number };

const itemSchema = z.object({
  str: z.string(),
  transform: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  width: z.number(),
});

/** Takes over what pdfjs gives of a page; what marks content has no text of its own. */
export function toItems(items: readonly unknown[], view: PageView): PdfItem[] {
  return items.flatMap((item) => {
    const parsed = itemSchema.safeParse(item);
    return parsed.success && parsed.data.str !== '' ? [toItem(parsed.data, view)] : [];
  });
}

function toItem({ str, transform, width }: z.infer<typeof itemSchema>, view: PageView): PdfItem {
  const [scaleX, skewY, skewX, scaleY, x, y] = transform;
  const [a = 1, b = 0, c = 0, d = -1, left = 0, top = 0] = view.transform;
  const [along, across] = [a * scaleX + c * skewY, b * scaleX + d * skewY];
  return {
    text: str,
    x: a * x + c * y + left,
    y: view.height - (b * x + d * y + top),
    width,
    fontSize: Math.hypot(skewX, scaleY),
    isLevel: along > 0 && Math.abs(across) < 0.01 * along + 1e-6,
  };
}
