// Connect answers with what the methods of a service give; what they are called stands in the object, or the class.
import { getItem } from '@acme/client';
import { Code, ConnectError, type ConnectRouter, createConnectRouter, type ServiceImpl } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import { AlbumService, ItemService, TrackService } from './gen/items_pb';

const items: ServiceImpl<typeof ItemService> = {
  async getItem(req) {
    const item = await getItem(Number(req.id)); // expect: call getItem
    if (!item) throw new ConnectError('none', Code.NotFound);
    return { title: item.title }; // sink: http RPC getItem
  },
  async countItem(req) {
    await getItem(Number(req.id)); // expect: call getItem ; reach: contained
    return { count: 1 };
  },
};

class Albums {
  async readAlbum(req: { id: string }) {
    return { album: await getItem(Number(req.id)) }; // expect: call getItem ; sink: http RPC readAlbum
  }
}

export const routes = createConnectRouter({ interceptors: [] })
  .service(ItemService, items)
  .service(AlbumService, new Albums());

const more = (router: ConnectRouter) => {
  router.rpc(TrackService.method.readTrack, async (req) => {
    const item = await getItem(Number(req.id)); // expect: call getItem
    if (item.hidden) throw new ConnectError(`${item.title} is hidden`, Code.PermissionDenied); // sink: http RPC /{}
    return { id: req.id };
  });
};
connectNodeAdapter({ routes: more });
