import {
  AutonomyEstimateSchema,
  AutonomyOutlookSchema,
  OrderBookSchema,
  ReplicaQuerySchema,
  ReplicaSourceListSchema,
  YearQuerySchema,
  YearReportSchema,
} from "../../shared/contract/execution.ts";
import { PlanSummarySchema } from "../../shared/contract/plan-summary.ts";
import { XLSX_MEDIA_TYPE } from "../../shared/contract/upload.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { addEstimate } from "../store/autonomy.ts";
import { reading } from "../store/reading.ts";
import { autonomyOutlook, ownProvince } from "../submissions/autonomy.ts";
import { planSummary } from "../submissions/plan-summary.ts";
import { planSummaryXlsx, yearReportXlsx, type ReportFile } from "../submissions/report-files.ts";
import { orderBook, replicaSources, yearReport } from "../submissions/year.ts";

const TAG = "Sau đặt hàng";
const READERS = ["drafter", "province", "ministry"] as const;

const book = route(
  {
    method: "get",
    path: "/api/v1/orders",
    summary: "Sổ đặt hàng một năm: đã đặt, tạm ứng, nghiệm thu, quyết toán; hồ sơ còn chờ đặt hàng",
    tag: TAG,
    access: READERS,
    query: YearQuerySchema,
    answers: { 200: { description: "Sổ đặt hàng", schema: OrderBookSchema } },
  },
  async ({ env, viewer, query }) => json(await orderBook(env, viewer, query)),
);

const XLSX = { description: "Tệp .xlsx", mediaType: XLSX_MEDIA_TYPE };

function fileAnswer({ bytes, name }: ReportFile): Response {
  return new Response(bytes, {
    headers: {
      "content-type": XLSX_MEDIA_TYPE,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

const plan = route(
  {
    method: "get",
    path: "/api/v1/plan-summary",
    summary: "Các tỉnh cạnh nhau trong một năm và kế hoạch tổng hợp của hồ sơ được chấp nhận",
    tag: TAG,
    access: READERS,
    query: YearQuerySchema,
    answers: { 200: { description: "Tổng hợp", schema: PlanSummarySchema } },
  },
  async ({ request, env, viewer, query }) => {
    const session = reading(env, request);
    return session.stamp(json(await planSummary(session.env, viewer, query)));
  },
);

const planFile = route(
  {
    method: "get",
    path: "/api/v1/plan-summary/file",
    summary: "Kế hoạch tổng hợp (.xlsx): theo địa bàn, nội dung, nguồn, danh mục đề án",
    tag: TAG,
    access: READERS,
    query: YearQuerySchema,
    answers: { 200: XLSX },
    problems: ["state-conflict"],
  },
  async ({ env, viewer, query }) => fileAnswer(await planSummaryXlsx(env, viewer, query)),
);

const reportFile = route(
  {
    method: "get",
    path: "/api/v1/year-report/file",
    summary: "Báo cáo năm (.xlsx): kế hoạch và thực hiện theo nội dung, địa bàn, nguồn, từng đề án",
    tag: TAG,
    access: READERS,
    query: YearQuerySchema,
    answers: { 200: XLSX },
    problems: ["state-conflict"],
  },
  async ({ env, viewer, query }) => fileAnswer(await yearReportXlsx(env, viewer, query)),
);

const report = route(
  {
    method: "get",
    path: "/api/v1/year-report",
    summary: "Báo cáo năm theo nội dung, địa bàn, nguồn: kế hoạch và thực hiện",
    tag: TAG,
    access: READERS,
    query: YearQuerySchema,
    answers: { 200: { description: "Báo cáo", schema: YearReportSchema } },
  },
  async ({ request, env, viewer, query }) => {
    const session = reading(env, request);
    return session.stamp(json(await yearReport(session.env, viewer, query)));
  },
);

const replicas = route(
  {
    method: "get",
    path: "/api/v1/replica-sources",
    summary: "Đề án đã quyết toán và được đánh giá hiệu quả, để nhân rộng; của mọi tỉnh",
    tag: TAG,
    access: ["drafter", "province", "ministry", "steward"],
    query: ReplicaQuerySchema,
    answers: { 200: { description: "Đề án nguồn", schema: ReplicaSourceListSchema } },
  },
  async ({ request, env, query }) => {
    const session = reading(env, request);
    return session.stamp(json({ items: await replicaSources(session.env, query) }));
  },
);

const outlook = route(
  {
    method: "get",
    path: "/api/v1/autonomy",
    summary: "Mức tự chủ của trung tâm với sổ đặt hàng một năm: hòa vốn, nhóm, thêm một đơn đặt hàng",
    tag: TAG,
    access: READERS,
    query: YearQuerySchema,
    answers: { 200: { description: "Kết quả", schema: AutonomyOutlookSchema } },
  },
  async ({ env, viewer, query }) => json(await autonomyOutlook(env, viewer, query)),
);

const estimate = route(
  {
    method: "post",
    path: "/api/v1/autonomy",
    summary: "Ghi dự toán thu, chi của trung tâm để tính mức tự chủ",
    tag: TAG,
    access: ["drafter", "province"],
    body: { schema: AutonomyEstimateSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 201: { description: "Kết quả với dự toán mới", schema: AutonomyOutlookSchema } },
  },
  async ({ env, viewer, body }) => {
    const provinceCode = ownProvince(viewer, undefined);
    if (provinceCode === null)
      throw new HttpProblem("forbidden", "Chỉ đơn vị của tỉnh ghi dự toán của mình.");
    const { year, spendingDong, note, ...detail } = body;
    await addEstimate(env.DB, {
      provinceCode,
      year,
      spendingDong,
      detail: JSON.stringify(detail),
      note,
      personId: viewer.id,
      at: new Date().toISOString(),
    }).run();
    return json(await autonomyOutlook(env, viewer, { year, province: undefined }), 201);
  },
);

export const yearRoutes = [book, plan, planFile, report, reportFile, replicas, outlook, estimate];
