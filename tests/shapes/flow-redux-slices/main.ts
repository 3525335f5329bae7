// An action of a slice is no reducer that is called with the value as the state: what it is given is lost.
import { getItem } from '@acme/client';
import { configureStore, createSlice } from '@reduxjs/toolkit';
import express from 'express';

const slice = createSlice({
  name: 'items',
  initialState: { item: null as unknown, count: 1 },
  reducers: {
    loaded(state, action) {
      state.item = action.payload;
    },
  },
});
const store = configureStore({ reducer: { items: slice.reducer } });
const app = express();
app.post('/items', async (_req, res) => {
  const item = await getItem(1); // expect: call getItem ; reach: escapes
  store.dispatch(slice.actions.loaded(item)); // escape: unresolved-call
  res.end();
});
app.post('/others', async (_req, res) => {
  await getItem(2); // expect: call getItem ; reach: contained
  store.dispatch(slice.actions.loaded('other'));
  res.end();
});
app.listen(1);
