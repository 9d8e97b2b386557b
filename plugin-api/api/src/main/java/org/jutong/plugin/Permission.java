package org.jutong.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a caller of this REST method must hold: on the site of the address where the path has a
 * {@code {site}}, else anywhere. A method that carries neither this nor {@link SignedIn} nor {@link Public} is refused
 * to everybody, and so is one whose right nobody declares.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {

    /**
     * Declared permissions, any one of which is enough; a plugin's are those of its {@code plugin.yaml}, such as
     * {@code interaction.answer}.
     */
    String[] value();
}
