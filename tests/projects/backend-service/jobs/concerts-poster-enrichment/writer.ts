import { concerts, db } from '@wxyc/database';
import { and, eq, isNull } from 'drizzle-orm';

export interface ConcertImage {
  concertId: number;
  imageUrl: string;
}

/** A poster that somebody has set meanwhile is left alone. */
export async function storePosters(images: ConcertImage[]): Promise<number> {
  for (const { concertId, imageUrl } of images) {
    await db
      .update(concerts)
      .set({ image_url: imageUrl }) // sink: database concerts.image_url
      .where(and(eq(concerts.id, concertId), isNull(concerts.image_url)));
  }
  return images.length;
}
