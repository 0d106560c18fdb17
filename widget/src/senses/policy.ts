interface Policy {
  allowsFeature(feature: string, origin?: string): boolean;
}

/** True where the page's Permissions-Policy gives a feature neither to the page nor to `origin`; false where the browser cannot say. */
export function forbids(feature: string, origin?: string): boolean {
  const { permissionsPolicy, featurePolicy } = document as { permissionsPolicy?: Policy; featurePolicy?: Policy };
  const policy = permissionsPolicy ?? featurePolicy;
  return !!policy && !policy.allowsFeature(feature) && !(origin && policy.allowsFeature(feature, origin));
}
