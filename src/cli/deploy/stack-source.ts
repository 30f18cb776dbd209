/** A stack as an assembly or a template describes it. */
export interface StackSource {
  /** Its name among those that are read together. */
  readonly id: string;
  readonly stackName: string;
  /** What else a person may call it, such as its path in a CDK app. */
  readonly displayName: string;
  /** The template's text, as it is sent. */
  readonly template: string;
  readonly templateFile: string;
  /** Where it is meant for, if it says so. */
  readonly account?: string;
  readonly region?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly terminationProtection?: boolean;
  /** The parameter of Systems Manager that holds the version of the CDK's bootstrap stack. */
  readonly versionParameter?: string;
  /** The version of it that the app asks for. */
  readonly version?: number;
  readonly assets: readonly FileAsset[];
  /** Ids of the stacks that have to stand before it. */
  readonly dependencies: readonly string[];
}

/** A file or folder that S3 has to keep before the stack can be made. */
export interface FileAsset {
  readonly name: string;
  readonly path: string;
  readonly packaging: "zip" | "file";
  /** May hold `${AWS::AccountId}`, `${AWS::Region}` and `${AWS::Partition}`, as the key may. */
  readonly bucket: string;
  readonly key: string;
}
