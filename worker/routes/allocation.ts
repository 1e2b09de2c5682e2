import { z } from "zod";
import type { AllocationInput } from "../../shared/allocation/types.ts";
import {
  CandidateQuerySchema,
  CandidatesSchema,
  EntryRequestSchema,
  MEETING_BODY_LIMIT_BYTES,
  MeetingDetailSchema,
  MeetingEntrySchema,
  MeetingIdSchema,
  MeetingListSchema,
  MeetingRequestSchema,
  MeetingSummarySchema,
  type MeetingDetail,
  type MeetingEntry,
  type MeetingSummary,
} from "../../shared/contract/meeting.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { readContent } from "../store/content.ts";
import {
  entriesOf,
  findMeeting,
  listMeetings,
  type StoredEntry,
  type StoredMeeting,
} from "../store/meetings.ts";
import { appendEntry, chainHolds, findCandidates, openMeeting } from "../submissions/meeting.ts";

const TAG = "Phân bổ";
const CHOOSERS = ["province", "ministry"] as const;
const candidates = route(
  {
    method: "get",
    path: "/api/v1/allocation/candidates",
    summary: "Đề án của các hồ sơ mình được xem, thành danh sách để phân bổ",
    tag: TAG,
    access: CHOOSERS,
    query: CandidateQuerySchema,
    answers: {
      200: { description: "Đề án, tiêu chí tính từ hồ sơ, ngân sách ghi trong sổ", schema: CandidatesSchema },
    },
  },
  async ({ env, viewer, query }) => json(await findCandidates(env, viewer, query)),
);

function summary(m: StoredMeeting): MeetingSummary {
  const { id, title, organisationName, createdByName, createdAt, entries } = m;
  return { id, title, organisationName, createdBy: createdByName, createdAt, entries };
}

function entryView({ meetingId: _id, result, ...entry }: StoredEntry & { personName: string }): MeetingEntry {
  return MeetingEntrySchema.parse({ ...entry, result: JSON.parse(result) as unknown });
}

const open = route(
  {
    method: "post",
    path: "/api/v1/allocation/meetings",
    summary: "Mở một phiên họp phân bổ",
    tag: TAG,
    access: CHOOSERS,
    body: { schema: MeetingRequestSchema, limitBytes: MEETING_BODY_LIMIT_BYTES },
    answers: { 201: { description: "Phiên họp", schema: MeetingSummarySchema } },
  },
  async ({ env, viewer, body }) => {
    const id = await openMeeting(env, viewer, body, new Date());
    const made = await mustFindMeeting(env, viewer, id);
    return json(summary(made), 201, { location: `/api/v1/allocation/meetings/${id}` });
  },
);

async function mustFindMeeting(env: Env, viewer: Viewer, id: string): Promise<StoredMeeting> {
  const meeting = await findMeeting(env.DB, viewer, id);
  if (meeting === null) throw new HttpProblem("not-found", "Không có phiên họp này.");
  return meeting;
}

const list = route(
  {
    method: "get",
    path: "/api/v1/allocation/meetings",
    summary: "Các phiên họp phân bổ của đơn vị mình, mới nhất trước",
    tag: TAG,
    access: CHOOSERS,
    answers: { 200: { description: "Tối đa 100 phiên", schema: MeetingListSchema } },
  },
  async ({ env, viewer }) => json({ items: (await listMeetings(env.DB, viewer, 100)).map(summary) }),
);

const idParams = z.object({ id: MeetingIdSchema });

const read = route(
  {
    method: "get",
    path: "/api/v1/allocation/meetings/{id}",
    summary: "Một phiên họp: tệp phân bổ mới nhất và nhật ký từng thay đổi",
    tag: TAG,
    access: CHOOSERS,
    params: idParams,
    answers: { 200: { description: "Phiên họp", schema: MeetingDetailSchema } },
  },
  async ({ env, viewer, params }) => {
    const meeting = await mustFindMeeting(env, viewer, params.id);
    const entries = await entriesOf(env.DB, params.id);
    const newest = entries.at(-1);
    const text = newest === undefined ? null : await readContent(env.DB, newest.inputHash);
    if (text === null) throw new Error("a meeting without its file");
    const detail: MeetingDetail = {
      meeting: summary(meeting),
      input: JSON.parse(text) as AllocationInput,
      entries: entries.map(entryView).toReversed(),
      chainOk: await chainHolds(entries),
    };
    return json(detail);
  },
);

const input = route(
  {
    method: "get",
    path: "/api/v1/allocation/meetings/{id}/entries/{seq}/input",
    summary: "Tệp phân bổ tại một thay đổi, để tính lại bằng kc allocate",
    tag: TAG,
    access: CHOOSERS,
    params: z.object({ id: MeetingIdSchema, seq: z.coerce.number().int().min(1) }),
    answers: { 200: { description: "Tệp phân bổ" } },
  },
  async ({ env, viewer, params }) => {
    await mustFindMeeting(env, viewer, params.id);
    const entry = (await entriesOf(env.DB, params.id)).find(({ seq }) => seq === params.seq);
    const text = entry === undefined ? null : await readContent(env.DB, entry.inputHash);
    if (text === null) throw new HttpProblem("not-found", "Không có thay đổi này.");
    return json(JSON.parse(text));
  },
);

const append = route(
  {
    method: "post",
    path: "/api/v1/allocation/meetings/{id}/entries",
    summary: "Ghi một thay đổi vào nhật ký phiên họp",
    tag: TAG,
    access: CHOOSERS,
    params: idParams,
    body: { schema: EntryRequestSchema, limitBytes: MEETING_BODY_LIMIT_BYTES },
    answers: { 201: { description: "Thay đổi đã ghi", schema: MeetingEntrySchema } },
    problems: ["edit-conflict"],
  },
  async ({ env, viewer, params, body }) => {
    await mustFindMeeting(env, viewer, params.id);
    const entry = await appendEntry(env, viewer, params.id, body, new Date());
    return json(entryView({ ...entry, personName: viewer.name }), 201);
  },
);

export const allocationRoutes = [candidates, open, list, read, input, append];
