package org.jutong.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/**
 * Put on any class of a plugin: writes the requirement on the platform's contract into the bundle's manifest, so that
 * a bundle made for another contract is refused before it starts.
 */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Requirement(namespace = "org.jutong.contract", filter = "(&(version>=1.0.0)(!(version>=2.0.0)))")
public @interface JutongPlugin {}
