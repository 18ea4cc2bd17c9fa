// Where the screen begins: settings that must stand before anything else, then the shell.

import { createRoot } from "react-dom/client";
import { z } from "zod";
import { App } from "./app/App.tsx";
import "./theme/theme.css";
import "./theme/base.css";

// zod would probe `new Function`, which the content policy reports.
z.config({ jitless: true });

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
