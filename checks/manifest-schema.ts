/**
 * The published order of elements in an add-in only manifest of a task pane add-in (Office Add-ins documentation,
 * "How to find the proper order of manifest elements"), as data. A child not listed here is refused.
 */

/** Parent → children in the order they must have. `Name@type` = the element with that xsi:type. */
export const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "Dictionary",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  AppDomains: ["AppDomain"],
  Hosts: ["Host"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  Requirements: ["Sets", "Methods"],
  Sets: ["Set"],
  DefaultSettings: ["SourceLocation"],
  VersionOverrides: [
    "Description",
    "Requirements",
    "Hosts",
    "Resources",
    "WebApplicationInfo",
    "EquivalentAddins",
  ],
  Runtimes: ["Runtime"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  "ExtensionPoint@CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  "ExtensionPoint@PrimaryCommandSurface": ["OfficeTab", "CustomTab"],
  Script: ["SourceLocation"],
  Page: ["SourceLocation"],
  Metadata: ["SourceLocation"],
  OfficeTab: ["Group"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Icon: ["Image"],
  "Control@Button": ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  "Action@ShowTaskpane": ["TaskpaneId", "SourceLocation", "Title"],
  "Action@ExecuteFunction": ["FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
  Images: ["Image"],
  Urls: ["Url"],
  ShortStrings: ["String"],
  LongStrings: ["String"],
  DisplayName: ["Override"],
  "Description@OfficeApp": ["Override"],
  "Image@Images": ["Override"],
  Url: ["Override"],
  String: ["Override"],
};

/** Children that must be there, where their parent is. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "Hosts",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Hosts", "Resources"],
  "ExtensionPoint@CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  "ExtensionPoint@PrimaryCommandSurface": ["CustomTab"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  "Control@Button": ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  "Action@ShowTaskpane": ["SourceLocation"],
  "Action@ExecuteFunction": ["FunctionName"],
};

/** Where a resid must point, by the element that carries it (or its parent, for Title and Description). */
export type ResourceKind = "Image" | "Url" | "ShortStrings" | "LongStrings";

export const RESID_KIND: Readonly<Record<string, ResourceKind>> = {
  Image: "Image",
  SourceLocation: "Url",
  FunctionFile: "Url",
  LearnMoreUrl: "Url",
  Runtime: "Url",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
};

/** Largest lengths of text, in characters. */
export const LIMITS = { short: 125, long: 250, resid: 32, url: 2048 } as const;

/** Square pixels that must exist. */
export const ICON_SIZES = { IconUrl: 32, HighResolutionIconUrl: 64, control: [16, 32, 80] } as const;
