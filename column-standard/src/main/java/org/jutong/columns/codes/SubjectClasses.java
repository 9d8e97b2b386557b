package org.jutong.columns.codes;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jutong.columns.Basis;
import org.jutong.columns.Mark;
import org.jutong.columns.internal.DataFile;

/**
 * The subject classes (主题分类) of government documents: 22 classes with 121 subclasses. A document has a class and, where
 * the class has any, a subclass, written {@code 综合政务\电子政务}. Immutable.
 */
public final class SubjectClasses {

    /** Between class and subclass. */
    public static final String SEPARATOR = "\\";

    private final Basis basis;
    private final Map<String, List<String>> classes;

    private record File(String source, Mark mark, Map<String, List<String>> classes) {}

    private SubjectClasses(File file) {
        this.basis = new Basis(file.source, file.mark);
        this.classes = file.classes;
    }

    /** The classes in this bundle. */
    public static SubjectClasses load() {
        return new SubjectClasses(DataFile.ofBundle("subject-classes", File.class));
    }

    /** Where the classes come from. */
    public Basis basis() {
        return basis;
    }

    /** The subclasses by class, both in their official order. */
    public Map<String, List<String>> all() {
        return Collections.unmodifiableMap(classes);
    }

    /** Whether it is a class alone, or a class and one of its subclasses. */
    public boolean isValid(String text) {
        int at = text.indexOf(SEPARATOR);
        return at < 0
                ? classes.containsKey(text)
                : classes.getOrDefault(text.substring(0, at), List.of()).contains(text.substring(at + 1));
    }

    /** What was probably meant: another separator, or a subclass that one class alone has. */
    public Optional<String> meant(String text) {
        String tidy = text.strip().replaceAll("\\s*[/>＞／＼|-]+\\s*", "\\\\");
        if (isValid(tidy)) {
            return Optional.of(tidy).filter(t -> !t.equals(text));
        }
        List<String> owners = classes.entrySet().stream()
                .filter(e -> e.getValue().contains(text.strip()))
                .map(e -> e.getKey() + SEPARATOR + text.strip())
                .toList();
        return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }
}
