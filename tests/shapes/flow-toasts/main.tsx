// What a toast says is seen; what is logged beside it is not.
import hot from 'react-hot-toast';
import { toast } from 'sonner';
import { getItem } from '@acme/client';

const own = { success: (text: string) => void text };

export async function show(id: number) {
  const item = await getItem(id); // expect: call getItem
  toast(item.title); // sink: view
  toast.success(item.title); // sink: view
  hot.error(item.title); // sink: view
  own.success(item.title); // ok: an object of this file, which drops it
  toast.error('not found'); // ok: nothing of the item
}

await show(1);
