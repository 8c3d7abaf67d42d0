package org.signalup.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Caps on the tail: the aim is far below (methods 20 lines, files 250); what needs more is listed here with its reason. */
class SizeBudgetTest {
    private static final int METHOD_LINES = 60;
    private static final int NESTING = 3;
    private static final int PARAMETERS = 6;
    private static final int FILE_LINES = 500;
    private static final int TYPES_IN_PACKAGE = 30;

    /** {@code File.java}, {@code File.method} or a package's folder → why it may be larger. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "stages/evaluate/src/main/java/org/signalup/evaluate/internal/judge",
            "a small type for each rule of a standard; all of them speak of the same tallies and verdicts",
            "TownLines.lines",
            "seven invented lines, one after the other: a list, no logic",
            "Trial.request",
            "the components of a record, EvaluationRequest, in which worlds and examples differ");

    @Test
    void methodsAreShortFlatAndTakeFewParameters() throws IOException {
        assertThat(measure(House.mainSources())).isEmpty();
    }

    @Test
    void filesAreShort() {
        List<String> tooLong = House.mainSources().stream()
                .filter(file -> !EXCEPTIONS.containsKey(file.getFileName().toString()))
                .filter(file -> lines(file) > FILE_LINES)
                .map(file -> House.name(file) + ": " + lines(file) + " lines (cap " + FILE_LINES + ")")
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void packagesAreMapsNotLists() {
        Map<Path, Integer> types = new TreeMap<>();
        House.mainSources().forEach(file -> types.merge(file.getParent(), 1, Integer::sum));
        types.keySet().removeIf(folder -> EXCEPTIONS.containsKey(House.name(folder)));
        assertThat(types)
                .allSatisfy((folder, count) ->
                        assertThat(count).as(House.name(folder)).isLessThanOrEqualTo(TYPES_IN_PACKAGE + 1));
    }

    private static long lines(Path file) {
        return House.text(file).lines().count();
    }

    private static Collection<String> measure(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> findings = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Ruler(unit, positions, findings).scan(unit, null);
            }
        }
        return findings;
    }

    /** Walks one file. */
    private static final class Ruler extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> findings;
        private final Deque<ClassTree> types = new ArrayDeque<>();
        private int depth;
        private int deepest;

        Ruler(CompilationUnitTree unit, SourcePositions positions, List<String> findings) {
            this.unit = unit;
            this.positions = positions;
            this.findings = findings;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            types.push(type);
            int outerDepth = depth;
            depth = 0;
            super.visitClass(type, null);
            depth = outerDepth;
            types.pop();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            int outerDeepest = deepest;
            deepest = 0;
            super.visitMethod(method, null);
            if (method.getBody() != null) {
                report(method, "lines", linesOf(method.getBody()), METHOD_LINES);
            }
            report(method, "levels of nesting", deepest, NESTING);
            boolean ofRecord = types.peek().getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
            report(method, "parameters", ofRecord ? 0 : method.getParameters().size(), PARAMETERS);
            deepest = outerDeepest;
            return null;
        }

        private void report(MethodTree method, String what, long measured, long cap) {
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            String name = file.replace(".java", "") + "." + method.getName();
            if (measured > cap && !EXCEPTIONS.containsKey(name)) {
                findings.add(name + ": " + measured + " " + what + " (cap " + cap + ")");
            }
        }

        private long linesOf(Tree tree) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree)) - first + 1;
        }

        private void nested(Runnable inside) {
            depth++;
            deepest = Math.max(deepest, depth);
            inside.run();
            depth--;
        }

        /** An else-if is no deeper than its if. */
        @Override
        public Void visitIf(IfTree tree, Void none) {
            nested(() -> {
                scan(tree.getCondition(), null);
                scan(tree.getThenStatement(), null);
                if (!(tree.getElseStatement() instanceof IfTree)) {
                    scan(tree.getElseStatement(), null);
                }
            });
            if (tree.getElseStatement() instanceof IfTree next) {
                scan(next, null);
            }
            return null;
        }

        @Override
        public Void visitForLoop(ForLoopTree tree, Void none) {
            nested(() -> super.visitForLoop(tree, null));
            return null;
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void none) {
            nested(() -> super.visitEnhancedForLoop(tree, null));
            return null;
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Void none) {
            nested(() -> super.visitWhileLoop(tree, null));
            return null;
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Void none) {
            nested(() -> super.visitDoWhileLoop(tree, null));
            return null;
        }

        @Override
        public Void visitTry(TryTree tree, Void none) {
            nested(() -> super.visitTry(tree, null));
            return null;
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Void none) {
            nested(() -> super.visitSwitch(tree, null));
            return null;
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void none) {
            nested(() -> super.visitSwitchExpression(tree, null));
            return null;
        }
    }
}
