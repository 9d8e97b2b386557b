package org.jutong.plugin;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Marks a JAX-RS resource class. Register one as an OSGi service of this type; the platform serves it below
 * {@code /api/v1/plugins/{plugin}/}. Every path of a plugin starts with {@code sites/{site}}; a method asks for
 * {@code @Context SiteContext} and carries {@link Permission} or {@link Public}. Bodies are JSON; a {@link Problem}
 * becomes problem+json. Called by many threads at once.
 */
@ConsumerType
public interface RestResource {}
