import {
  SAVED_VIEWS_LIMIT,
  SavedViewNameSchema,
  SavedViewSchema,
  SavedViewsSchema,
} from "../../shared/contract/saved-view.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { reading, writing } from "../store/reading.ts";
import { removeView, saveView, viewsOf } from "../store/saved-views.ts";

const TAG = "Hồ sơ";
const READERS = ["drafter", "province", "ministry"] as const;
const ALL = { 200: { description: "Các bộ lọc của chính người gọi, theo tên", schema: SavedViewsSchema } };

async function mine(env: Env, viewer: Viewer): Promise<Response> {
  const views = await viewsOf(env.DB, viewer.id);
  return json({ items: views.map(({ name, filter }) => ({ name, filter })) }, 200, {
    "cache-control": "no-store",
  });
}

const list = route(
  {
    method: "get",
    path: "/api/v1/saved-views",
    summary: "Bộ lọc danh sách hồ sơ mà mình đã đặt tên",
    tag: TAG,
    access: READERS,
    answers: ALL,
  },
  async ({ request, env, viewer }) => {
    const session = reading(env, request);
    return session.stamp(await mine(session.env, viewer));
  },
);

const save = route(
  {
    method: "post",
    path: "/api/v1/saved-views",
    summary: "Đặt tên cho một bộ lọc; trùng tên thì thay",
    tag: TAG,
    access: READERS,
    body: { schema: SavedViewSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: ALL,
  },
  async ({ env, viewer, body }) => {
    const session = writing(env);
    const view = { ...body, savedAt: new Date().toISOString() };
    if (!(await saveView(session.env.DB, viewer.id, view, SAVED_VIEWS_LIMIT))) {
      throw new HttpProblem("shape", `Mỗi người lưu được ${SAVED_VIEWS_LIMIT} bộ lọc; hãy bỏ bớt.`, {
        pointer: "/name",
      });
    }
    return session.stamp(await mine(session.env, viewer));
  },
);

const remove = route(
  {
    method: "post",
    path: "/api/v1/saved-views/remove",
    summary: "Bỏ một bộ lọc đã đặt tên",
    tag: TAG,
    access: READERS,
    body: { schema: SavedViewNameSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: ALL,
  },
  async ({ env, viewer, body }) => {
    const session = writing(env);
    await removeView(session.env.DB, viewer.id, body.name);
    return session.stamp(await mine(session.env, viewer));
  },
);

export const savedViewRoutes = [list, save, remove];
