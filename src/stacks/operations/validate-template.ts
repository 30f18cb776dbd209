import { requiredCapabilities } from "../capabilities.ts";
import { operation, validationError } from "../contract.ts";
import { refusing } from "../definition.ts";
import { checkTemplate, declaredTransforms, parseTemplate } from "../template/index.ts";
import { templateText } from "../template-source.ts";

/** Checks what can be known of a template without its parameters. */
export const validateTemplate = operation("ValidateTemplate", {
  access: "iam",
  async run(input, { services }) {
    const text = await templateText(input, services);
    if (text === undefined) {
      throw validationError("Either Template URL or Template Body must be specified.");
    }
    const template = await refusing(() => {
      const parsed = parseTemplate(text);
      checkTemplate(parsed);
      return parsed;
    });
    const { capabilities, reason } = requiredCapabilities(template);
    return {
      Description: template.description,
      Parameters: [...template.parameters].map(([ParameterKey, parameter]) => ({
        ParameterKey,
        DefaultValue: parameter.default,
        NoEcho: parameter.noEcho,
        Description: parameter.description,
      })),
      Capabilities: capabilities,
      CapabilitiesReason: reason,
      DeclaredTransforms: declaredTransforms(template),
    };
  },
});
